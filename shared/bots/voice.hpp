// What a bot says in words: a sentence of the message files, kept as a text of the game.
#pragma once

#include "json/texts.hpp"
#include "messages/messages.hpp"

#include <initializer_list>
#include <string_view>

namespace dealtafel::bots {

struct Voice {
    const messages::Catalogue& sentences;
    json::Texts& texts;

    TextRef say(std::string_view key,
                std::initializer_list<messages::Argument> arguments = {}) const {
        return texts.take(sentences.text(key, arguments));
    }
};

}  // namespace dealtafel::bots
