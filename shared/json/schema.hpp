// JSON Schemas (draft 2020-12) of described values, from the same description that the codec
// reads and writes by: what a schema allows is what the codec takes, up to names that a scenario
// must know and texts that must be UTF-8.
//
// Every structure, enum and id is a definition of its own under `$defs`, named after its type.
#pragma once

#include "json/codec.hpp"

#include <boost/core/demangle.hpp>

#include <stdexcept>
#include <typeinfo>

namespace dealtafel::json {

// The name of a variant in a schema; without one its alternatives stand where it is used.
template <class T>
inline constexpr std::string_view schema_name = "";

class SchemaBuilder {
public:
    // Makes the definition of a type, with all that it is made of.
    template <class T>
    void define() {
        schema_of<T>();
    }

    // All definitions so far, in ascending order of their names.
    boost::json::object definitions() const {
        boost::json::object made;
        for (const auto& [name, definition] : definitions_) made[name] = definition.schema;
        return made;
    }

    // The name of a type's definition, as in `CommandSign` for `rules::command::Sign`.
    template <class T>
    static std::string name_of() {
        if constexpr (detail::is_id<T>) {
            return id_names.at(static_cast<std::size_t>(T::kind));
        } else if constexpr (detail::is<T, variant>) {
            return std::string(schema_name<T>);
        } else {
            return short_name(boost::core::demangle(typeid(T).name()));
        }
    }

private:
    using Object = boost::json::object;
    using Array = boost::json::array;

    struct Definition {
        std::string type;
        boost::json::value schema;
    };

    static inline const std::array<std::string, 8> id_names = {
        "PartyId",      "RegionId",      "ThemeId", "ChallengeId",
        "CapabilityId", "PartnershipId", "EventId", "QuestionId"};
    static constexpr std::string_view id_pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    // The last part of a qualified name, with the namespace of a family of messages before it.
    static std::string short_name(const std::string& qualified) {
        const std::size_t last = qualified.rfind("::");
        const std::string name = qualified.substr(last == std::string::npos ? 0 : last + 2);
        for (const std::string family :
             {"command", "act", "event", "feed", "client", "server", "http"}) {
            if (qualified.find("::" + family + "::") == std::string::npos) continue;
            std::string prefix = family;
            prefix[0] = static_cast<char>(prefix[0] - 'a' + 'A');
            return name.starts_with(prefix) ? name : prefix + name;
        }
        return name;
    }

    template <class T>
    Object schema_of() {
        if constexpr (std::is_same_v<T, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (std::is_same_v<T, boost::json::value>) {
            return {};
        } else if constexpr (std::is_same_v<T, boost::json::object>) {
            return {{"type", "object"}};
        } else if constexpr (std::is_same_v<T, std::string>) {
            return {{"type", "string"}};
        } else if constexpr (std::is_floating_point_v<T>) {
            return {{"type", "number"}};
        } else if constexpr (std::is_enum_v<T> || detail::is_id<T>) {
            return reference<T>();
        } else if constexpr (std::is_integral_v<T>) {
            if constexpr (std::is_signed_v<T>) return {{"type", "integer"}};
            return {{"type", "integer"}, {"minimum", 0}};
        } else if constexpr (std::is_same_v<T, Money>) {
            return {{"type", "number"}, {"description", "millions of euros, in steps of 0.1"}};
        } else if constexpr (std::is_same_v<T, TextRef>) {
            return {{"type", "string"}, {"maxLength", text_characters_max}};
        } else if constexpr (detail::is<T, variant>) {
            if constexpr (schema_name<T>.empty()) return alternatives<T>();
            return reference<T>();
        } else if constexpr (requires { typename T::Entry; }) {
            return {{"type", "object"},
                    {"propertyNames", schema_of<decltype(T::Entry::id)>()},
                    {"additionalProperties", schema_of<decltype(T::Entry::value)>()}};
        } else if constexpr (requires(T held) { held.by_language; }) {
            return schema_of<decltype(T::by_language)>();
        } else if constexpr (detail::is_string_map<T> || detail::is_string_pairs<T>) {
            using Held = typename T::value_type::second_type;
            return {{"type", "object"}, {"additionalProperties", schema_of<Held>()}};
        } else if constexpr (requires(T held) { held.bits; }) {
            using Item = std::remove_cvref_t<decltype(*std::declval<T>().begin())>;
            return {{"type", "array"}, {"items", schema_of<Item>()}, {"uniqueItems", true}};
        } else if constexpr (detail::is<T, std::vector> || detail::is_array<T>) {
            Object list{{"type", "array"}, {"items", schema_of<typename T::value_type>()}};
            if constexpr (detail::is_array<T>) {
                list["minItems"] = std::tuple_size_v<T>;
                list["maxItems"] = std::tuple_size_v<T>;
            }
            return list;
        } else {
            return reference<T>();
        }
    }

    template <class T>
    Object reference() {
        const std::string name = name_of<T>();
        const std::string type = typeid(T).name();
        const auto [at, made] = definitions_.try_emplace(name, Definition{type, nullptr});
        if (at->second.type != type) throw std::logic_error("two types are called " + name);
        if (made) {
            Object schema = definition_of<T>();
            definitions_[name].schema = std::move(schema);
        }
        return {{"$ref", "#/$defs/" + name}};
    }

    template <class T>
    Object definition_of() {
        if constexpr (std::is_enum_v<T>) {
            Array words;
            for (const std::string& word : words_of<T>()) words.emplace_back(word);
            return {{"enum", words}};
        } else if constexpr (detail::is_id<T>) {
            return {{"type", "string"}, {"pattern", id_pattern}};
        } else if constexpr (detail::is<T, variant>) {
            return alternatives<T>();
        } else {
            return members<T>();
        }
    }

    template <class T>
    Object alternatives() {
        Array any;
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, T>>(
            [&](auto identity) {
                any.emplace_back(schema_of<typename decltype(identity)::type>());
            });
        return {{"oneOf", any}};
    }

    template <class T>
    Object members() {
        Object properties;
        Array required;
        if constexpr (requires { T::type; }) {
            properties["type"] = Object{{"const", T::type}};
            required.emplace_back("type");
        }
        boost::mp11::mp_for_each<detail::members_of<T>>([&](auto member) {
            using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            if constexpr (detail::is<Field, std::optional>) {
                properties[member.name] = schema_of<typename Field::value_type>();
            } else {
                properties[member.name] = schema_of<Field>();
                if (!detail::may_be_absent<T>(member.name)) required.emplace_back(member.name);
            }
        });
        return {{"type", "object"},
                {"properties", properties},
                {"required", required},
                {"additionalProperties", false}};
    }

    std::map<std::string, Definition> definitions_;
};

// A schema whose root is one type, complete in itself.
template <class T>
boost::json::object schema(std::string_view title) {
    SchemaBuilder builder;
    builder.define<T>();
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", title},
            {"$ref", "#/$defs/" + SchemaBuilder::name_of<T>()},
            {"$defs", builder.definitions()}};
}

}  // namespace dealtafel::json
