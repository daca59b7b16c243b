// The free texts that a client has read, each kept once. Here a reference is only a place in this
// list: no hash, since a client never compares its references with anybody's.
#pragma once

#include "json/texts.hpp"

#include <map>
#include <string>
#include <vector>

namespace dealtafel::client {

class KeptTexts final : public json::Texts {
public:
    TextRef take(std::string_view words) override;
    std::string words(TextRef text) const override;

private:
    std::map<std::string, std::uint64_t, std::less<>> places_;
    std::vector<std::string> texts_;
};

}  // namespace dealtafel::client
