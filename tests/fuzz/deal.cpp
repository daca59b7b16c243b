// Deals as `dealtafel evaluate` reads them: what is read and written again reads the same, and a
// deal without problems has an outcome in numbers.
#include "fuzz.hpp"
#include "valley.hpp"

#include "commands/evaluation.hpp"
#include "json/codec.hpp"
#include "rules/deal_file.hpp"

#include <cmath>

using namespace dealtafel;
using fuzz::must;

namespace {

void look_at_outcome(const Scenario& scenario, const rules::Deal& deal) {
    const rules::State state = rules::initial_state(scenario, {});
    const rules::Outcome outcome =
        rules::outcome(scenario, rules::circumstances(state, deal.region), deal, false);
    for (const double value : {outcome.tension.partnership, outcome.tension.steering,
                               outcome.tension.hierarchy}) {
        must(value >= -1 && value <= 1, "a tension is within -1..1");
    }
    for (const double spent : outcome.spent) must(std::isfinite(spent), "money is a number");
    for (const double delta : outcome.delta) must(std::isfinite(delta), "delta is a number");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = json::parse(fuzz::text_of(data, size));
    if (!value) return 0;
    const auto deal = json::decode<rules::NamedDeal>(*value);
    if (!deal) return 0;
    const std::string written = json::write(*deal);
    const auto parsed = json::parse(written);
    must(parsed.has_value(), "what was written is JSON");
    const auto again = json::decode<rules::NamedDeal>(*parsed);
    must(again.has_value(), "what was written can be read");
    must(json::write(*again) == written, "what was read again is the same");

    const Scenario& scenario = *fuzz::valley();
    for (const int round : {1, 3}) {
        const auto setting = rules::setting_of(scenario, round);
        const rules::ResolvedDeal resolved = rules::resolve(scenario, setting, *deal);
        if (resolved.problems.empty()) look_at_outcome(scenario, resolved.deal);
    }
    return 0;
}
