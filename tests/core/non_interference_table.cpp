// Non-interference of what a table has for itself: seats of other tables, and the public, get
// nothing of it but what section 7 of the rules makes public.
#include "core/planted_secrets.hpp"

namespace dealtafel::test {

namespace {

// A table to which nobody comes, what its parties have for themselves, and one of them.
struct ClosedTable {
    RegionId region;
    PartyId insider;
    Secret secret;
};

ClosedTable closed_table(const Scenario& scenario, Random& random) {
    ClosedTable table;
    IdSet<PartyId> seats;
    while (seats.empty()) {
        table.region = some_region(scenario, random);
        seats = seated(scenario, table.region);
    }
    table.insider = one_of(seats, random);
    table.secret.may_know = seats;
    table.secret.may_know.insert(scenario.centre);
    table.secret.plan.closed = table.region;
    return table;
}

std::optional<ChallengeId> challenge_of(const Scenario& scenario, RegionId region,
                                        Random& random) {
    for (int tries = 0; tries < 100; ++tries) {
        const ChallengeId challenge = some_challenge(scenario, random);
        if (scenario[challenge].region == region) return challenge;
    }
    return std::nullopt;
}

}  // namespace

TEST_CASE("non-interference: talk at another table") {
    check_secret(20'000, [](const Scenario& scenario, Random& random) {
        const ClosedTable table = closed_table(scenario, random);
        Secret secret = table.secret;
        secret.more = [table](More& more) {
            command::Say say;
            say.to = rules::Audience::table;
            say.region = table.region;
            say.text = more.words();
            more.ask(table.insider, say);
        };
        return secret;
    });
}

TEST_CASE("non-interference: stances, for seats that are not at that table") {
    check_secret(21'000, [](const Scenario& scenario, Random& random) {
        const ClosedTable table = closed_table(scenario, random);
        Secret secret = table.secret;
        secret.stages = {Stage::negotiation};
        secret.more = [table](More& more) {
            command::Stance stance{table.region, more.number % 2 == 0, {}, {}};
            if (!stance.could_sign) stance.obstacle = rules::Obstacle::form;
            more.ask(table.insider, stance);
        };
        return secret;
    });
}

// Two say the same as each other would have said: the others at the table count alike.
TEST_CASE("non-interference: who at a table could not sign because of what") {
    check_secret(21'500, [](const Scenario& scenario, Random& random) {
        IdSet<PartyId> seats;
        RegionId region{};
        while (seats.size() < 2) {
            region = some_region(scenario, random);
            seats = seated(scenario, region);
        }
        const PartyId a = one_of(seats, random);
        seats.erase(a);
        const PartyId b = one_of(seats, random);
        const auto say = [region](PartyId first, PartyId second) {
            return [region, first, second](More& more) {
                using rules::Obstacle;
                const bool odd = more.number % 2 == 1;
                more.ask(first, command::Stance{region, false,
                                                odd ? Obstacle::powers : Obstacle::form, {}});
                more.ask(second, command::Stance{region, false,
                                                 odd ? Obstacle::money : Obstacle::review, {}});
            };
        };
        Secret secret;
        secret.may_know.insert(a);
        secret.may_know.insert(b);
        secret.stages = {Stage::negotiation};
        secret.each = 3;
        // What the two say in the list would count differently.
        secret.left_out = [a, b](const Timed& timed) {
            return (timed.seat == a || timed.seat == b) &&
                   command_of<command::Stance>(timed) != nullptr;
        };
        secret.more = say(a, b);
        secret.instead = say(b, a);
        return secret;
    });
}

TEST_CASE("non-interference: ambitions and supports at another table, until its agenda is made") {
    check_secret(22'000, [](const Scenario& scenario, Random& random) {
        const ClosedTable table = closed_table(scenario, random);
        Secret secret = table.secret;
        secret.stages = {Stage::agenda};
        secret.each = 3;
        secret.until = "agenda-made";
        // The insider's votes elsewhere would tell that it gave one here.
        secret.left_out = [table](const Timed& timed) {
            return timed.seat == table.insider && command_of<command::Support>(timed) != nullptr;
        };
        const auto challenge = challenge_of(scenario, table.region, random);
        secret.more = [table, challenge, &scenario](More& more) {
            const ThemeId theme{
                static_cast<std::uint16_t>(more.random.below(scenario.themes.size()))};
            switch (more.number % 3) {
                case 0:
                    more.ask(table.insider,
                             command::Ambition{table.region, theme,
                                               static_cast<int>(more.random.below(101))});
                    break;
                case 1:
                    if (challenge) more.ask(table.insider, command::Support{*challenge});
                    break;
                default:
                    if (challenge) more.ask(table.insider, command::Unsupport{*challenge});
            }
        };
        return secret;
    });
}

// At one table too: who does not see a challenge does not see who supports it.
TEST_CASE("non-interference: support for a challenge that a seat at the table cannot see") {
    check_secret(23'000, [](const Scenario& scenario, Random& random) {
        ChallengeId challenge;
        IdSet<PartyId> able;
        while (able.empty()) {
            challenge = some_challenge(scenario, random);
            able = seated(scenario, scenario[challenge].region) & who_see(scenario, challenge);
        }
        const PartyId by = one_of(able, random);
        Secret secret;
        secret.may_know = who_see(scenario, challenge);
        secret.stages = {Stage::agenda};
        secret.each = 3;
        secret.until = "agenda-made";
        secret.plan.speakable = all_challenges(scenario);
        secret.plan.speakable.erase(challenge);
        secret.left_out = [by](const Timed& timed) {
            return timed.seat == by && command_of<command::Support>(timed) != nullptr;
        };
        secret.more = [by, challenge](More& more) {
            if (more.number % 2 == 0) {
                more.ask(by, command::Support{challenge});
            } else {
                more.ask(by, command::Unsupport{challenge});
            }
        };
        return secret;
    });
}

TEST_CASE("non-interference: pledges at another table, until submissions close") {
    const auto contest = [](int pair) { return entry_of(2 * pair + 1); };
    const SecretOf secret_of = [](const Scenario& scenario, Random& random) {
        const ClosedTable table = closed_table(scenario, random);
        Secret secret = table.secret;
        secret.stages = {Stage::proposal};
        secret.each = 2;
        secret.until = "submissions-closed";
        secret.more = [table](More& more) {
            more.ask(table.insider,
                     command::Pledge{table.region,
                                     Money{static_cast<std::int64_t>(more.random.below(40))}});
        };
        return secret;
    };
    check_secret(24'000, secret_of, contest);
}

// What never comes on the table: of what does, the public knows the number.
TEST_CASE("non-interference: versions at another table, who made and who backs them") {
    check_secret(25'000, [](const Scenario& scenario, Random& random) {
        const ClosedTable table = closed_table(scenario, random);
        Secret secret = table.secret;
        secret.stages = {Stage::negotiation};
        secret.left_out = [table](const Timed& timed) {
            const auto* put = command_of<command::Put>(timed);
            const auto* back = command_of<command::Back>(timed);
            return (put != nullptr && put->region == table.region) ||
                   (back != nullptr && back->region == table.region);
        };
        const auto challenge = challenge_of(scenario, table.region, random);
        secret.more = [table, challenge](More& more) {
            if (more.number % 3 == 2) {
                more.ask(table.insider, command::Back{table.region, 1 + more.number % 5});
                return;
            }
            rules::Deal deal;
            deal.region = table.region;
            deal.conditions = more.number % 4;
            if (challenge) {
                deal.lines.push_back({*challenge, {table.insider}, {}, more.words(), {}});
            }
            more.ask(table.insider, command::Amend{table.region, 1, deal});
        };
        return secret;
    });
}

}  // namespace dealtafel::test
