#include "report/json_writer.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

namespace twicetold::report {

void BufferedOutput::put(std::string_view bytes) {
    if (bytes.size() > buffer_.size() - used_) {
        flush();
        if (bytes.size() >= buffer_.size()) {
            output_.write(bytes);
            return;
        }
    }
    std::memcpy(buffer_.data() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
}

void BufferedOutput::flush() {
    if (used_ == 0) return;
    output_.write(std::string_view(buffer_.data(), used_));
    used_ = 0;
}

namespace {

constexpr bool must_be_escaped(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

/// Length of the longest start of `text` that JSON takes as it is. Eight bytes at a time; see "Bit Twiddling Hacks" for the
/// tests on all bytes of a word. Bytes above 0x7f never count as found, so UTF-8 passes.
std::size_t plain_length(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        const std::uint64_t quote = word ^ (ones * '"');
        const std::uint64_t backslash = word ^ (ones * '\\');
        const std::uint64_t found =
            ((word - ones * 0x20U) & ~word) | ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
        if ((found & highs) != 0) break;
    }
    while (at < text.size() && !must_be_escaped(text[at])) ++at;
    return at;
}

void put_escape(BufferedOutput& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
        case '"': out.put("\\\""); return;
        case '\\': out.put("\\\\"); return;
        case '\n': out.put("\\n"); return;
        case '\r': out.put("\\r"); return;
        case '\t': out.put("\\t"); return;
        case '\b': out.put("\\b"); return;
        case '\f': out.put("\\f"); return;
        default: break;
    }
    out.put("\\u00");
    out.put(digits[static_cast<unsigned char>(c) >> 4U]);
    out.put(digits[static_cast<unsigned char>(c) & 0xfU]);
}

void put_number(BufferedOutput& out, std::int64_t value) {
    std::array<char, 24> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    out.put(std::string_view(digits.data(), static_cast<std::size_t>(result.ptr - digits.data())));
}

/// Thousandths of `value`, held between 0 and 1.
int thousandths(float value) {
    if (!(value > 0.0F)) return 0;
    return value >= 1.0F ? 1000 : static_cast<int>(std::lround(value * 1000.0F));
}

}  // namespace

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    const bool on_lines = ((on_lines_ >> depth_) & 1U) != 0;
    if (!first_)
        out_.put(layout_ == Layout::lines && !on_lines ? std::string_view(", ") : std::string_view(","));
    if (on_lines) new_line();
}

void JsonWriter::new_line() {
    out_.put('\n');
    for (std::uint32_t i = 0; i < depth_; ++i) out_.put("  ");
}

void JsonWriter::open(char bracket, Items items) {
    separate();
    out_.put(bracket);
    depth_ = (depth_ + 1) & 63U;
    const std::uint64_t bit = std::uint64_t{1} << depth_;
    const bool on_lines = items == Items::on_lines && layout_ == Layout::lines;
    on_lines_ = on_lines ? on_lines_ | bit : on_lines_ & ~bit;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    const bool on_lines = ((on_lines_ >> depth_) & 1U) != 0;
    depth_ = (depth_ - 1) & 63U;
    if (on_lines && !first_) new_line();
    out_.put(bracket);
    first_ = false;
}

void JsonWriter::key(std::string_view name) {
    separate();
    out_.put('"');
    out_.put(name);
    out_.put(layout_ == Layout::lines ? std::string_view("\": ") : std::string_view("\":"));
    first_ = false;
    after_key_ = true;
}

void JsonWriter::string(std::string_view value) {
    separate();
    first_ = false;
    out_.put('"');
    while (true) {
        const std::size_t plain = plain_length(value);
        out_.put(value.substr(0, plain));
        if (plain == value.size()) break;
        put_escape(out_, value[plain]);
        value.remove_prefix(plain + 1);
    }
    out_.put('"');
}

void JsonWriter::number(std::int64_t value) {
    separate();
    first_ = false;
    put_number(out_, value);
}

void JsonWriter::decimal(double value) {
    constexpr double most = 9e15;  // in thousandths all whole numbers up to here are exact
    const double shown = value > -most && value < most ? value : 0.0;
    const bool negative = shown < 0;
    const auto whole = static_cast<std::int64_t>(negative ? -shown : shown);
    auto rest = std::lround(((negative ? -shown : shown) - static_cast<double>(whole)) * 1000);
    const std::int64_t carried = whole + (rest >= 1000 ? 1 : 0);
    if (rest >= 1000) rest = 0;
    if (negative && carried == 0 && rest > 0) {
        separate();
        first_ = false;
        out_.put("-0");
    } else {
        number(negative ? -carried : carried);
    }
    if (rest == 0) return;
    out_.put('.');
    for (int unit = 100; rest > 0; unit /= 10) {
        out_.put(static_cast<char>('0' + rest / unit));
        rest %= unit;
    }
}

void JsonWriter::fraction(float value) {
    separate();
    first_ = false;
    int rest = thousandths(value);
    if (rest % 1000 == 0) {
        out_.put(rest == 0 ? '0' : '1');
        return;
    }
    out_.put("0.");
    for (int unit = 100; rest > 0; unit /= 10) {
        out_.put(static_cast<char>('0' + rest / unit));
        rest %= unit;
    }
}

void JsonWriter::boolean(bool value) {
    separate();
    first_ = false;
    out_.put(value ? std::string_view("true") : std::string_view("false"));
}

void JsonWriter::null() {
    separate();
    first_ = false;
    out_.put("null");
}

void CborWriter::head(unsigned major_type, std::uint64_t argument) {
    std::array<char, 9> bytes{};
    const auto put = [&](unsigned information, std::size_t size) {
        bytes[0] = static_cast<char>(major_type << 5U | information);
        for (std::size_t i = 0; i < size; ++i)
            bytes[1 + i] = static_cast<char>(argument >> (8 * (size - 1 - i)));
        out_.put(std::string_view(bytes.data(), 1 + size));
    };
    if (argument < 24)
        put(static_cast<unsigned>(argument), 0);
    else if (argument <= 0xffU)
        put(24, 1);
    else if (argument <= 0xffffU)
        put(25, 2);
    else if (argument <= 0xffffffffU)
        put(26, 4);
    else
        put(27, 8);
}

void CborWriter::string(std::string_view value) {
    head(3, value.size());
    out_.put(value);
}

void CborWriter::number(std::int64_t value) {
    if (value >= 0)
        head(0, static_cast<std::uint64_t>(value));
    else
        head(1, static_cast<std::uint64_t>(-(value + 1)));
}

void CborWriter::decimal(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    std::array<char, 9> bytes{};
    bytes[0] = static_cast<char>(0xfb);
    for (std::size_t i = 0; i < 8; ++i) bytes[1 + i] = static_cast<char>(bits >> (8 * (7 - i)));
    out_.put(std::string_view(bytes.data(), bytes.size()));
}

void CborWriter::fraction(float value) {
    // Half, single and double are alike to a decoder; single is what the value is.
    const auto bits = std::bit_cast<std::uint32_t>(value);
    std::array<char, 5> bytes{};
    bytes[0] = static_cast<char>(0xfa);
    for (std::size_t i = 0; i < 4; ++i) bytes[1 + i] = static_cast<char>(bits >> (8 * (3 - i)));
    out_.put(std::string_view(bytes.data(), bytes.size()));
}

}  // namespace twicetold::report
