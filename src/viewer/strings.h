#pragma once
// The texts of the interface in one language: sentences with values in them, forms by number, numbers and dates.
//
//     const Strings strings("de", table);
//     strings.plural(Plural::viewer_count, 3);                               "3 Änderungen"
//     strings.text(Text::viewer_position, {{"number", 2U}, {"count", 3U}});  "Änderung 2 von 3"
//
// A value, without global state: two viewers of a program may speak two languages. What a table lacks is said in English,
// which is built in.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/text_keys.h"

namespace twicetold::viewer {

/// The categories of Unicode's plural rules (CLDR, "Language Plural Rules").
enum class PluralForm : std::uint8_t { zero, one, two, few, many, other };
inline constexpr std::size_t plural_form_count = 6;

/// The rules for whole numbers of English, French, German, Spanish and Arabic; any other language has English's.
[[nodiscard]] PluralForm plural_form(std::string_view language, std::uint64_t count);

/// What stands in a text's place {name}: words, or a number, which is written as the language writes it.
class Value {
public:
    Value(std::string_view name, std::string_view words) : name_(name), words_(words) {}
    Value(std::string_view name, std::uint64_t number) : name_(name), number_(number), is_number_(true) {}

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::string_view words() const { return words_; }
    [[nodiscard]] std::uint64_t number() const { return number_; }
    [[nodiscard]] bool is_number() const { return is_number_; }

private:
    std::string_view name_;
    std::string_view words_;
    std::uint64_t number_ = 0;
    bool is_number_ = false;
};

using Values = std::initializer_list<Value>;

class Strings {
public:
    /// English.
    Strings();
    /// `language`: BCP 47, of which the first part counts. `table`: a line a text, its key, a tab, the text. Lines that are
    /// not of that form, and keys that are not known here, are passed over. O(length · log keys).
    Strings(std::string_view language, std::string_view table);

    /// "en", "ar"
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool right_to_left() const { return right_to_left_; }

    [[nodiscard]] const std::string& text(Text key) const { return texts_[static_cast<std::size_t>(key)]; }
    /// With values in their places. In a language written from right to left, words are isolated from what stands around
    /// them (U+2068, U+2069: UAX #9), so that a name in Latin letters does not turn its sentence around.
    [[nodiscard]] std::string text(Text key, Values values) const;
    /// In the form for `count`, which also stands where the text says {count}.
    [[nodiscard]] std::string plural(Plural key, std::uint64_t count, Values values = {}) const;

    /// Words of someone else, a name, that keep their own direction in a line of the language (U+2068, U+2069); as they are
    /// where the language is written from left to right.
    [[nodiscard]] std::string isolated(std::string_view words) const;
    /// "1,204", "1.204", "1 204". Digits are Western in Arabic too, as most newsrooms set them.
    [[nodiscard]] std::string number(std::uint64_t value) const;
    /// With at most six digits: "42.5", "−3", "42,5".
    [[nodiscard]] std::string decimal(double value) const;
    /// "2026-03-04T06:12:00Z" → "4 Mar 2026, 06:12"; what is no ISO 8601 date is returned as it stands. The hour is the one
    /// written: the reader's time zone is not asked for.
    [[nodiscard]] std::string date(std::string_view iso) const;
    /// The hour of a date as it is written there, "06:12"; empty where it gives none.
    [[nodiscard]] std::string clock(std::string_view iso) const;
    /// "A, B, C"
    [[nodiscard]] std::string list(std::span<const std::string> parts) const;
    /// What a key does, and which: "Next change (n)". Nothing is put before a key that has no name.
    [[nodiscard]] std::string with_key(Text action, std::string_view key) const;

private:
    [[nodiscard]] std::string filled(std::string_view text, std::span<const Value> values,
                                     const Value* count) const;

    std::string language_ = "en";
    bool right_to_left_ = false;
    std::array<std::string, static_cast<std::size_t>(Text::count)> texts_;
    std::array<std::array<std::string, plural_form_count>, static_cast<std::size_t>(Plural::count)> plurals_;
};

/// The first letter as a capital, where it is Latin (ASCII or Latin-1): a kind of change that begins a line.
[[nodiscard]] std::string sentence_case(std::string text);

/// What a table is chosen by: "de" of "de-AT" and of "DE_at".
[[nodiscard]] std::string language_of(std::string_view tag);

}  // namespace twicetold::viewer
