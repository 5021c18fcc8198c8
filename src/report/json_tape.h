#pragma once
// JSON or CBOR as one flat list of tokens, in which whole values can be skipped. It takes 16 bytes a value, where a tree of
// nlohmann::json takes an allocation for each, and it makes one reader serve both notations.
//
// Parsing trusts nothing: strings are valid UTF-8, nesting is bounded, lengths are checked against the input.
// Nothing here throws.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"

namespace twicetold::report {

class Value;

/// Deepest nesting that is read. A comparison needs 9.
inline constexpr std::size_t max_depth = 32;

/// The tokens of one value. It stays where it is: `Value`s point into it.
class Tape {
public:
    Tape() = default;
    Tape(const Tape&) = delete;
    Tape& operator=(const Tape&) = delete;

    enum class Type : std::uint8_t { null, boolean, integer, fraction, string, array, object };

    struct Token {
        Type type = Type::null;
        std::uint32_t extent =
            0;  ///< array, object: index of the token behind it; string: its length in bytes
        union {
            std::int64_t integer = 0;  ///< boolean too; array, object: how many items
            double fraction;
            std::uint64_t offset;  ///< string: where it begins in `strings`
        };
    };

    /// The outermost value. The tape must have been parsed without an error.
    [[nodiscard]] Value root() const;

    std::vector<Token> tokens;
    std::string decoded;       ///< JSON: the strings, without escapes
    std::string_view strings;  ///< `decoded`, or the CBOR itself
};

/// Parses one JSON value. `bytes` may be anything. On failure the error has the code "not-json", "too-deep" or
/// "too-large". O(n). The tape does not refer to `bytes` afterwards.
[[nodiscard]] std::optional<engine::Error> parse_json(std::string_view bytes, Tape& tape);

/// Parses one CBOR value, with keys that are strings, and without tags and strings of indefinite length. On failure the
/// error has the code "not-cbor", "too-deep" or "too-large". O(n). The tape refers to `bytes` afterwards.
[[nodiscard]] std::optional<engine::Error> parse_cbor(std::string_view bytes, Tape& tape);

/// One value on a tape. Cheap to copy; the tape must outlive it.
class Value {
public:
    Value(const Tape& tape, std::uint32_t index) : tape_(&tape), index_(index) {}

    [[nodiscard]] Tape::Type type() const { return token().type; }
    [[nodiscard]] bool is_null() const { return type() == Tape::Type::null; }
    [[nodiscard]] bool is_array() const { return type() == Tape::Type::array; }
    [[nodiscard]] bool is_object() const { return type() == Tape::Type::object; }
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<double> number() const;  ///< an integer too
    [[nodiscard]] std::optional<std::string_view> string() const;
    /// Items of an array, members of an object; 0 for anything else.
    [[nodiscard]] std::size_t size() const;

    /// Walks the items of an array: for (auto item = array.first(); item; item = item->next(array)).
    [[nodiscard]] std::optional<Value> first() const;
    [[nodiscard]] std::optional<Value> next(const Value& container) const;

private:
    friend class Members;
    [[nodiscard]] const Tape::Token& token() const { return tape_->tokens[index_]; }
    [[nodiscard]] std::uint32_t behind() const;

    const Tape* tape_;
    std::uint32_t index_;
};

/// The members of an object, looked up by name. Fast when they are asked for in the order in which they stand.
class Members {
public:
    /// `object` may be any value; all but objects have no members.
    explicit Members(const Value& object);

    /// O(1) for the member after the one found last, O(members) for others.
    [[nodiscard]] std::optional<Value> find(std::string_view name);

private:
    const Tape* tape_;
    std::uint32_t begin_ = 0;
    std::uint32_t end_ = 0;
    std::uint32_t next_ = 0;
};

}  // namespace twicetold::report
