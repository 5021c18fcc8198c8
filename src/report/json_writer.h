#pragma once
// Writes JSON, or the same values as CBOR, event by event and near the speed of copying. There is no tree of values: that
// of a comparison of a million words would cost more than the comparison.
//
//     StringOutput out;
//     JsonWriter writer(out);
//     writer.begin_object();
//     writer.key("words");
//     writer.begin_array(2);
//     writer.string("four");
//     writer.string("five");
//     writer.end_array();
//     writer.end_object();
//     writer.flush();                     // out.text == R"({"words":["four","five"]})"
//
// `CborWriter` takes the same calls, so that a function template writes both. The caller is trusted to nest properly, to
// give every member of an object a key, and to pass valid UTF-8 only (every text of this project is, from import on).
//
// Source: RFC 8259 (JSON), RFC 8949 (CBOR). Objects are written with indefinite length, arrays and strings with their
// definite one. Both read by any decoder.

#include <array>
#include <cstdint>
#include <string_view>

#include "report/output.h"

namespace twicetold::report {

/// A block of bytes that is passed on when full.
class BufferedOutput {
public:
    explicit BufferedOutput(Output& output) : output_(output) {}
    BufferedOutput(const BufferedOutput&) = delete;
    BufferedOutput& operator=(const BufferedOutput&) = delete;
    ~BufferedOutput() { flush(); }

    void put(char byte) {
        if (used_ == buffer_.size()) flush();
        buffer_[used_++] = byte;
    }
    void put(std::string_view bytes);
    void flush();

private:
    Output& output_;
    std::size_t used_ = 0;
    std::array<char, std::size_t{32} * 1024> buffer_;
};

/// How JSON is laid out. Either is one value; `one_line` has no line break in it, as JSON Lines want.
enum class Layout : std::uint8_t {
    one_line,
    lines,  ///< an item a line in the lists and objects that are opened with `Items::on_lines`
};

/// A wish of the caller for `Layout::lines`; no more than that.
enum class Items : std::uint8_t { together, on_lines };

/// Writes JSON text. Characters are escaped where RFC 8259 demands it, and nowhere else.
class JsonWriter {
public:
    static constexpr bool is_text = true;

    explicit JsonWriter(Output& output, Layout layout = Layout::one_line) : out_(output), layout_(layout) {}

    void begin_object(Items items = Items::together) { open('{', items); }
    void end_object() { close('}'); }
    /// `count` is the number of items that follow. At most 64 arrays and objects may be open at once.
    void begin_array([[maybe_unused]] std::size_t count, Items items = Items::together) { open('[', items); }
    void end_array() { close(']'); }
    /// `name` must need no escaping.
    void key(std::string_view name);
    void string(std::string_view value);
    void number(std::int64_t value);
    /// A value that counts to the third decimal only, as similarities do; rounded to that.
    void fraction(float value);
    /// A value of any size, rounded to the third decimal; 0 for what is no number.
    void decimal(double value);
    void boolean(bool value);
    void null();
    void flush() { out_.flush(); }

private:
    void open(char bracket, Items items);
    void close(char bracket);
    void separate();
    void new_line();

    BufferedOutput out_;
    Layout layout_;
    bool first_ = true;  ///< nothing stands yet in the innermost array or object
    bool after_key_ = false;
    std::uint32_t depth_ = 0;
    std::uint64_t on_lines_ = 0;  ///< bit d: the array or object at depth d lists its items on lines
};

/// Writes the same values as CBOR.
class CborWriter {
public:
    static constexpr bool is_text = false;

    explicit CborWriter(Output& output) : out_(output) {}

    void begin_object([[maybe_unused]] Items items = Items::together) { out_.put(static_cast<char>(0xbf)); }
    void end_object() { out_.put(static_cast<char>(0xff)); }
    /// `count` must be the number of items that follow.
    void begin_array(std::size_t count, [[maybe_unused]] Items items = Items::together) { head(4, count); }
    void end_array() {}
    void key(std::string_view name) { string(name); }
    void string(std::string_view value);
    void number(std::int64_t value);
    void fraction(float value);
    void decimal(double value);
    void boolean(bool value) { out_.put(static_cast<char>(value ? 0xf5 : 0xf4)); }
    void null() { out_.put(static_cast<char>(0xf6)); }
    void flush() { out_.flush(); }

private:
    void head(unsigned major_type, std::uint64_t argument);

    BufferedOutput out_;
};

}  // namespace twicetold::report
