#pragma once
// The words by which results and options are known outside: in JSON, in reports, on the command line.
// They are fixed: files written by one version are read by the next.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "document/document.h"
#include "engine/comparison.h"

namespace twicetold::report {

/// Units in which positions are counted outside. Inside they are bytes.
enum class PositionEncoding : std::uint8_t {
    utf_8,   ///< bytes
    utf_16,  ///< as JavaScript, Java and editors' protocols count
    utf_32,  ///< Unicode scalar values, as Python counts
};

/// The names of `E`, in the order of its values.
template <class E>
inline constexpr std::array<std::string_view, 0> names{};

template <>
inline constexpr std::array<std::string_view, 2> names<engine::Mode>{"versions", "coverage"};
template <>
inline constexpr std::array<std::string_view, 3> names<PositionEncoding>{"utf-8", "utf-16", "utf-32"};
template <>
inline constexpr std::array<std::string_view, 5> names<document::ParagraphKind>{
    "paragraph", "heading", "list-item", "quote", "caption"};
template <>
inline constexpr std::array<std::string_view, 7> names<engine::Relation>{
    "same", "edited", "rewritten", "split", "merged", "added", "removed"};
template <>
inline constexpr std::array<std::string_view, 4> names<engine::Reason>{"identical", "similar", "context",
                                                                       "none"};
template <>
inline constexpr std::array<std::string_view, 17> names<engine::ChangeKind>{
    "figure",   "date",     "name",     "quote",       "attribution",    "hedge",
    "negation", "wording",  "spelling", "punctuation", "typography",     "headline",
    "byline",   "addition", "removal",  "move",        "correction-note"};
template <>
inline constexpr std::array<std::string_view, 2> names<engine::Significance>{"substantive", "cosmetic"};
template <>
inline constexpr std::array<std::string_view, 3> names<engine::Fate>{"kept", "removed", "returned"};

template <>
inline constexpr std::array<std::string_view, 2> names<engine::ClaimRelation>{"same", "differs"};
template <>
inline constexpr std::array<std::string_view, 4> names<engine::Difference>{"none", "figure", "negation",
                                                                           "roles"};
template <>
inline constexpr std::array<std::string_view, 4> names<engine::EvidenceKind>{"name", "number", "term",
                                                                             "quote"};
template <>
inline constexpr std::array<std::string_view, 4> names<engine::Fidelity>{"full", "truncated", "altered",
                                                                         "paraphrase"};

/// The name of a value; "" for one out of range. O(1).
template <class E>
[[nodiscard]] constexpr std::string_view name_of(E value) {
    const auto index = static_cast<std::size_t>(value);
    return index < names<E>.size() ? names<E>[index] : std::string_view();
}

/// The value of a name; nothing for a word that is none. O(number of names).
template <class E>
[[nodiscard]] constexpr std::optional<E> value_of(std::string_view name) {
    for (std::size_t i = 0; i < names<E>.size(); ++i) {
        if (names<E>[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

struct IgnoreName {
    engine::Ignore flag = engine::Ignore::nothing;
    std::string_view name;
};

/// What `--ignore` takes and the member "ignore" of the options lists.
inline constexpr std::array<IgnoreName, 9> ignore_names{{
    {engine::Ignore::quotes, "quotes"},
    {engine::Ignore::dashes, "dashes"},
    {engine::Ignore::ellipsis, "ellipsis"},
    {engine::Ignore::whitespace, "whitespace"},
    {engine::Ignore::invisible, "invisible"},
    {engine::Ignore::letter_case, "case"},
    {engine::Ignore::diacritics, "diacritics"},
    {engine::Ignore::punctuation, "punctuation"},
    {engine::Ignore::hyphenation, "hyphenation"},
}};

[[nodiscard]] constexpr std::optional<engine::Ignore> ignore_of(std::string_view name) {
    for (const IgnoreName& each : ignore_names) {
        if (each.name == name) return each.flag;
    }
    return std::nullopt;
}

}  // namespace twicetold::report
