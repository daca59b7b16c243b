#include "scenario/reading/context.hpp"

#include "scenario/reading/suggest.hpp"

namespace dealtafel::reading {

std::optional<std::uint16_t> resolve(IdKind kind, std::string_view id, Place place,
                                     std::string_view name, Context& context) {
    const auto number = context.names.number(kind, id);
    // Of too many things of a kind the last are reported as such, and are not numbered.
    if (number) return *number < ids_max ? number : std::nullopt;
    if (context.findings.full()) return std::nullopt;
    const auto& known = context.names.ids(kind);
    const auto meant = nearest(id, known);
    // Where a thing of this kind has no readable id, it may be the one that is meant.
    if (!context.names.complete(kind) && !(meant && meant->likely)) return std::nullopt;
    context.findings.error(place, fmt::format("`{}` names the {} `{}`, which does not exist{}",
                                              name, word_of(kind), id, hint(id, known)));
    return std::nullopt;
}

}  // namespace dealtafel::reading
