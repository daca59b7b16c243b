// The answers that commands got, by the client instance that sent them, so that a command that
// comes twice is done once. Bounded: the oldest of a client are forgotten.
#pragma once

#include "core/limits.hpp"

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace dealtafel::core {

// A refusal's code; empty where the command was done.
using AnswerCode = std::string;

class Answers {
public:
    const AnswerCode* find(const std::string& client, std::uint64_t id) const {
        const auto of = by_client_.find(client);
        if (of == by_client_.end()) return nullptr;
        for (const auto& [known, code] : of->second) {
            if (known == id) return &code;
        }
        return nullptr;
    }
    void add(const std::string& client, std::uint64_t id, AnswerCode code) {
        auto& of = by_client_[client];
        of.emplace_back(id, std::move(code));
        if (of.size() > limits::answers_remembered) of.pop_front();
    }

private:
    std::map<std::string, std::deque<std::pair<std::uint64_t, AnswerCode>>> by_client_;
};

}  // namespace dealtafel::core
