#include "report/json_tape.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

namespace twicetold::report {
namespace {

using engine::Error;
using Token = Tape::Token;
using Type = Tape::Type;

/// Far more than any comparison takes (one of two texts of a million words: 40 MB and 5 million tokens); keeps indexes
/// within 32 bits, and memory within what a web page gets.
constexpr std::size_t max_bytes = std::size_t{512} << 20U;
constexpr std::size_t max_tokens = 50'000'000;

/// Puts tokens on a tape and keeps account of what is open.
class TapeBuilder {
public:
    explicit TapeBuilder(Tape& tape) : tape_(tape) {}

    void scalar(Type type, std::int64_t value) {
        Token token;
        token.type = type;
        token.integer = value;
        add(token);
    }
    void fraction(double value) {
        Token token;
        token.type = Type::fraction;
        token.fraction = value;
        add(token);
    }
    void string(std::size_t offset, std::size_t length) {
        Token token;
        token.type = Type::string;
        token.extent = static_cast<std::uint32_t>(length);
        token.offset = offset;
        add(token);
    }
    void key(std::size_t offset, std::size_t length) {
        string(offset, length);
        if (!open_.empty()) --tape_.tokens[open_.back()].integer;
    }
    [[nodiscard]] bool full() const { return tape_.tokens.size() > max_tokens; }
    /// False where nesting is too deep.
    bool open(Type type) {
        if (open_.size() == max_depth) return false;
        scalar(type, 0);
        open_.push_back(static_cast<std::uint32_t>(tape_.tokens.size() - 1));
        return true;
    }
    void close() {
        tape_.tokens[open_.back()].extent = static_cast<std::uint32_t>(tape_.tokens.size());
        open_.pop_back();
    }

private:
    void add(const Token& token) {
        if (!open_.empty()) ++tape_.tokens[open_.back()].integer;
        tape_.tokens.push_back(token);
    }

    Tape& tape_;
    std::vector<std::uint32_t> open_;
};

Error too_deep() {
    return {"too-deep",
            "Values are nested more than " + std::to_string(max_depth) + " deep, which no comparison is."};
}
Error too_large() {
    return {"too-large", "This is more than any comparison takes: over 512 MiB or 50 million values."};
}

/// The events of nlohmann's parser, which checks UTF-8 and does not recurse.
class SaxToTape {
public:
    explicit SaxToTape(Tape& tape) : tape_(tape), builder_(tape) {}

    bool null() { return scalar(Type::null, 0); }
    bool boolean(bool value) { return scalar(Type::boolean, value ? 1 : 0); }
    bool number_integer(std::int64_t value) { return scalar(Type::integer, value); }
    bool number_unsigned(std::uint64_t value) {
        constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (value > most)
            builder_.fraction(static_cast<double>(value));
        else
            builder_.scalar(Type::integer, static_cast<std::int64_t>(value));
        return fits();
    }
    bool number_float(double value, [[maybe_unused]] const std::string& literal) {
        builder_.fraction(value);
        return fits();
    }
    bool string(const std::string& value) {
        builder_.string(keep(value), value.size());
        return fits();
    }
    bool binary([[maybe_unused]] const nlohmann::json::binary_t& value) { return false; }
    bool start_object([[maybe_unused]] std::size_t count) { return open(Type::object); }
    bool key(const std::string& value) {
        builder_.key(keep(value), value.size());
        return true;
    }
    bool end_object() { return close(); }
    bool start_array([[maybe_unused]] std::size_t count) { return open(Type::array); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, [[maybe_unused]] const std::string& last_token,
                     const nlohmann::json::exception& exception) {
        error = Error{"not-json", "This is not JSON: it breaks off or is malformed at byte " +
                                      std::to_string(position) + "."};
        // nlohmann reports a number beyond the range of a double as out_of_range (406).
        if (exception.id == 406) error->message = "This is no JSON we read: a number is out of range.";
        return false;
    }

    std::optional<Error> error;

private:
    bool scalar(Type type, std::int64_t value) {
        builder_.scalar(type, value);
        return fits();
    }
    bool fits() {
        if (builder_.full()) error = too_large();
        return !error;
    }
    bool open(Type type) {
        if (builder_.open(type)) return fits();
        error = too_deep();
        return false;
    }
    bool close() {
        builder_.close();
        return true;
    }
    std::size_t keep(const std::string& value) {
        const std::size_t offset = tape_.decoded.size();
        tape_.decoded += value;
        return offset;
    }

    Tape& tape_;
    TapeBuilder builder_;
};

/// Unicode 15, table 3-7: the well-formed byte sequences.
bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    const auto byte = [&](std::size_t offset) -> unsigned {
        return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : 0U;
    };
    const auto within = [](unsigned value, unsigned low, unsigned high) {
        return value >= low && value <= high;
    };
    while (at < text.size()) {
        if (at + 8 <= text.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + at, 8);
            if ((word & 0x8080808080808080U) == 0) {
                at += 8;
                continue;
            }
        }
        const unsigned lead = byte(0);
        if (lead < 0x80) {
            ++at;
        } else if (within(lead, 0xc2, 0xdf) && within(byte(1), 0x80, 0xbf)) {
            at += 2;
        } else if (within(lead, 0xe0, 0xef) &&
                   within(byte(1), lead == 0xe0 ? 0xa0 : 0x80, lead == 0xed ? 0x9f : 0xbf) &&
                   within(byte(2), 0x80, 0xbf)) {
            at += 3;
        } else if (within(lead, 0xf0, 0xf4) &&
                   within(byte(1), lead == 0xf0 ? 0x90 : 0x80, lead == 0xf4 ? 0x8f : 0xbf) &&
                   within(byte(2), 0x80, 0xbf) && within(byte(3), 0x80, 0xbf)) {
            at += 4;
        } else {
            return false;
        }
    }
    return true;
}

/// Reads CBOR without recursion. (nlohmann's own reader recurses on nested strings, and does not check UTF-8.)
class CborParser {
public:
    CborParser(std::string_view bytes, Tape& tape) : bytes_(bytes), builder_(tape) {}

    std::optional<Error> parse() {
        do {
            if (!item()) break;
            while (!open_.empty() && open_.back().remaining == 0) close();
            if (builder_.full()) error_ = too_large();
        } while (!failed() && !open_.empty());
        if (!failed() && at_ != bytes_.size()) fail();
        return error_;
    }

private:
    /// What stands in `remaining` of a container of indefinite length.
    static constexpr std::uint64_t indefinite = std::numeric_limits<std::uint64_t>::max();

    struct Open {
        bool is_map = false;
        bool key_next = false;
        std::uint64_t remaining = 0;
    };

    [[nodiscard]] bool failed() const { return error_.has_value(); }
    bool fail() {
        error_ = Error{"not-cbor", "This is not CBOR of ours: it breaks off or is malformed at byte " +
                                       std::to_string(at_) + "."};
        return false;
    }

    void close() {
        builder_.close();
        open_.pop_back();
    }

    /// Reads one item, key or break; false on an error.
    bool item() {
        if (at_ == bytes_.size()) return fail();
        const auto initial = static_cast<unsigned char>(bytes_[at_]);
        const unsigned major = initial >> 5U;
        const unsigned information = initial & 0x1fU;
        if (initial == 0xff) return end_of_indefinite();

        const bool is_key = !open_.empty() && open_.back().is_map && open_.back().key_next;
        if (is_key && major != 3) return fail();
        if (!open_.empty()) {
            Open& top = open_.back();
            if (top.is_map) top.key_next = !top.key_next;
            if (!is_key && top.remaining != indefinite) --top.remaining;
        }
        ++at_;
        if (major == 7) return simple(information);
        if (information == 31 && (major == 4 || major == 5)) return open(major == 5, indefinite);
        std::uint64_t argument = 0;
        if (!read_argument(information, argument)) return fail();
        switch (major) {
            case 0: return integer(argument, false);
            case 1: return integer(argument, true);
            case 3: return string(argument, is_key);
            // Every item takes a byte at least, which keeps a claimed count honest.
            case 4: return argument <= bytes_.size() - at_ ? open(false, argument) : fail();
            case 5: return argument <= (bytes_.size() - at_) / 2 ? open(true, argument) : fail();
            default: return fail();  // byte strings and tags
        }
    }

    bool end_of_indefinite() {
        if (open_.empty() || open_.back().remaining != indefinite) return fail();
        if (open_.back().is_map && !open_.back().key_next) return fail();
        ++at_;
        close();
        return true;
    }

    bool open(bool is_map, std::uint64_t count) {
        if (!builder_.open(is_map ? Type::object : Type::array)) {
            error_ = too_deep();
            return false;
        }
        open_.push_back({is_map, is_map, count});
        return true;
    }

    bool big_endian(std::size_t size, std::uint64_t& value) {
        if (bytes_.size() - at_ < size) return false;
        value = 0;
        for (std::size_t i = 0; i < size; ++i)
            value = value << 8U | static_cast<unsigned char>(bytes_[at_++]);
        return true;
    }

    bool read_argument(unsigned information, std::uint64_t& argument) {
        if (information < 24) {
            argument = information;
            return true;
        }
        return information <= 27 && big_endian(std::size_t{1} << (information - 24U), argument);
    }

    bool integer(std::uint64_t argument, bool negative) {
        if (argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return fail();
        const auto value = static_cast<std::int64_t>(argument);
        builder_.scalar(Type::integer, negative ? -1 - value : value);
        return true;
    }

    bool string(std::uint64_t length, bool is_key) {
        if (length > bytes_.size() - at_) return fail();
        const auto size = static_cast<std::size_t>(length);
        if (!is_utf8(bytes_.substr(at_, size))) return fail();
        if (is_key)
            builder_.key(at_, size);
        else
            builder_.string(at_, size);
        at_ += size;
        return true;
    }

    bool simple(unsigned information) {
        std::uint64_t bits = 0;
        switch (information) {
            case 20:
            case 21: builder_.scalar(Type::boolean, information == 21 ? 1 : 0); return true;
            case 22: builder_.scalar(Type::null, 0); return true;
            case 26:
                if (!big_endian(4, bits)) return fail();
                builder_.fraction(
                    static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits))));
                return true;
            case 27:
                if (!big_endian(8, bits)) return fail();
                builder_.fraction(std::bit_cast<double>(bits));
                return true;
            default: return fail();
        }
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    TapeBuilder builder_;
    std::vector<Open> open_;
    std::optional<Error> error_;
};

}  // namespace

std::optional<Error> parse_json(std::string_view bytes, Tape& tape) {
    if (bytes.size() > max_bytes) return too_large();
    tape.decoded.reserve(bytes.size());
    SaxToTape sax(tape);
    const bool parsed = nlohmann::json::sax_parse(bytes.data(), bytes.data() + bytes.size(), &sax);
    tape.strings = tape.decoded;
    if (parsed && !sax.error) return std::nullopt;
    return sax.error ? sax.error : Error{"not-json", "This is not JSON."};
}

std::optional<Error> parse_cbor(std::string_view bytes, Tape& tape) {
    if (bytes.size() > max_bytes) return too_large();
    tape.strings = bytes;
    return CborParser(bytes, tape).parse();
}

Value Tape::root() const { return {*this, 0}; }

std::optional<bool> Value::boolean() const {
    if (type() != Type::boolean) return std::nullopt;
    return token().integer != 0;
}

std::optional<std::int64_t> Value::integer() const {
    if (type() == Type::integer) return token().integer;
    // JavaScript's encoders write a whole number as a fraction now and then.
    if (type() == Type::fraction && std::abs(token().fraction) <= 9007199254740991.0 &&
        std::nearbyint(token().fraction) == token().fraction) {
        return static_cast<std::int64_t>(token().fraction);
    }
    return std::nullopt;
}

std::optional<double> Value::number() const {
    if (type() == Type::integer) return static_cast<double>(token().integer);
    if (type() == Type::fraction) return token().fraction;
    return std::nullopt;
}

std::optional<std::string_view> Value::string() const {
    if (type() != Type::string) return std::nullopt;
    return tape_->strings.substr(static_cast<std::size_t>(token().offset), token().extent);
}

std::size_t Value::size() const {
    return is_array() || is_object() ? static_cast<std::size_t>(token().integer) : 0;
}

std::uint32_t Value::behind() const { return is_array() || is_object() ? token().extent : index_ + 1; }

std::optional<Value> Value::first() const {
    if (!is_array() || size() == 0) return std::nullopt;
    return Value(*tape_, index_ + 1);
}

std::optional<Value> Value::next(const Value& container) const {
    const std::uint32_t index = behind();
    if (index >= container.token().extent) return std::nullopt;
    return Value(*tape_, index);
}

Members::Members(const Value& object) : tape_(object.tape_) {
    if (!object.is_object()) return;
    begin_ = next_ = object.index_ + 1;
    end_ = object.behind();
}

std::optional<Value> Members::find(std::string_view name) {
    const auto find_within = [&](std::uint32_t from, std::uint32_t to) -> std::optional<Value> {
        while (from < to) {
            const Value value(*tape_, from + 1);
            const bool found = Value(*tape_, from).string() == name;
            from = value.behind();
            if (found) {
                next_ = from;
                return value;
            }
        }
        return std::nullopt;
    };
    const std::uint32_t start = next_;
    if (auto value = find_within(start, end_)) return value;
    return find_within(begin_, start);
}

}  // namespace twicetold::report
