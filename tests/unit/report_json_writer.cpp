#include "report/json_writer.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "report/json_tape.h"

using namespace twicetold::report;

namespace {

template <class Writer>
void write_everything(Writer& writer) {
    writer.begin_object(Items::on_lines);
    writer.key("words");
    writer.begin_array(3);
    writer.string("four");
    writer.string("");
    writer.string("a \"quoted\"\\\n\t\x01 é 🌀 line");
    writer.end_array();
    writer.key("numbers");
    writer.begin_array(6, Items::on_lines);
    writer.number(0);
    writer.number(-1);
    writer.number(23);
    writer.number(-70000);
    writer.number(std::numeric_limits<std::int64_t>::max());
    writer.number(std::numeric_limits<std::int64_t>::min());
    writer.end_array();
    writer.key("none");
    writer.begin_array(0, Items::on_lines);
    writer.end_array();
    writer.key("share");
    writer.fraction(0.5F);
    writer.key("yes");
    writer.boolean(true);
    writer.key("nothing");
    writer.null();
    writer.end_object();
    writer.flush();
}

std::string json_string(std::string_view text) {
    StringOutput out;
    JsonWriter writer(out);
    writer.string(text);
    writer.flush();
    return out.text;
}

std::string json_fraction(float value) {
    StringOutput out;
    JsonWriter writer(out);
    writer.fraction(value);
    writer.flush();
    return out.text;
}

}  // namespace

TEST_CASE("JSON is written on one line, for JSON Lines") {
    StringOutput out;
    JsonWriter writer(out);
    write_everything(writer);
    CHECK(out.text ==
          R"({"words":["four","","a \"quoted\"\\\n\t\u0001 é 🌀 line"],"numbers":[0,-1,23,-70000,)"
          R"(9223372036854775807,-9223372036854775808],"none":[],"share":0.5,"yes":true,"nothing":null})");
}

TEST_CASE("JSON is written an item a line where that reads better") {
    StringOutput out;
    JsonWriter writer(out, Layout::lines);
    writer.begin_object(Items::on_lines);
    writer.key("list");
    writer.begin_array(2, Items::on_lines);
    writer.begin_array(2);
    writer.number(1);
    writer.number(2);
    writer.end_array();
    writer.number(3);
    writer.end_array();
    writer.key("empty");
    writer.begin_array(0, Items::on_lines);
    writer.end_array();
    writer.end_object();
    writer.flush();
    CHECK(out.text == "{\n  \"list\": [\n    [1, 2],\n    3\n  ],\n  \"empty\": []\n}");
}

TEST_CASE("every character that JSON forbids in strings is escaped, wherever it stands") {
    for (int c = 0; c < 128; ++c) {
        for (std::size_t before = 0; before < 18; ++before) {
            const std::string text = std::string(before, 'x') + static_cast<char>(c) + "0123456789";
            const std::string json = json_string(text);
            Tape tape;
            REQUIRE_FALSE(parse_json(json, tape));
            CHECK(tape.root().string() == text);
            const bool escapes = c < 0x20 || c == '"' || c == '\\';
            CHECK((json.size() == text.size() + 2) == !escapes);
        }
    }
}

TEST_CASE("strings longer than the writer's buffer come out whole") {
    std::string text;
    while (text.size() < 200'000) text += "words, \"words\" and é ";
    Tape tape;
    const std::string json = json_string(text);
    REQUIRE_FALSE(parse_json(json, tape));
    CHECK(tape.root().string() == text);
}

TEST_CASE("fractions are rounded to thousandths and never leave 0 to 1") {
    CHECK(json_fraction(0.0F) == "0");
    CHECK(json_fraction(1.0F) == "1");
    CHECK(json_fraction(0.9999F) == "1");
    CHECK(json_fraction(0.0004F) == "0");
    CHECK(json_fraction(0.05F) == "0.05");
    CHECK(json_fraction(0.8333F) == "0.833");
    CHECK(json_fraction(-3.0F) == "0");
    CHECK(json_fraction(7.0F) == "1");
    CHECK(json_fraction(std::numeric_limits<float>::quiet_NaN()) == "0");
}

TEST_CASE("CBOR holds the same values as JSON") {
    StringOutput json_out;
    StringOutput cbor_out;
    JsonWriter json_writer(json_out);
    CborWriter cbor_writer(cbor_out);
    write_everything(json_writer);
    write_everything(cbor_writer);
    Tape json;
    Tape cbor;
    REQUIRE_FALSE(parse_json(json_out.text, json));
    REQUIRE_FALSE(parse_cbor(cbor_out.text, cbor));
    REQUIRE(json.tokens.size() == cbor.tokens.size());
    Members in_json(json.root());
    Members in_cbor(cbor.root());
    for (const char* list : {"words", "numbers", "none"}) {
        const Value one = *in_json.find(list);
        const Value two = *in_cbor.find(list);
        REQUIRE(one.size() == two.size());
        auto item = one.first();
        auto other = two.first();
        while (item) {
            CHECK(item->string() == other->string());
            CHECK(item->integer() == other->integer());
            item = item->next(one);
            other = other->next(two);
        }
        CHECK_FALSE(other);
    }
    CHECK(in_cbor.find("share")->number() == 0.5);
    CHECK(in_cbor.find("yes")->boolean() == true);
    CHECK(in_cbor.find("nothing")->is_null());
    CHECK_FALSE(in_cbor.find("absent"));
}

TEST_CASE("members are found in any order") {
    Tape tape;
    REQUIRE_FALSE(parse_json(R"({"a":1,"b":[{"a":2}],"c":{"d":3}})", tape));
    Members members(tape.root());
    CHECK(members.find("c")->is_object());
    CHECK(members.find("a")->integer() == 1);
    CHECK(members.find("b")->size() == 1);
    CHECK_FALSE(members.find("d"));
    CHECK(members.find("a")->integer() == 1);
    CHECK_FALSE(Members(*members.find("a")).find("a"));
    Tape empty;
    REQUIRE_FALSE(parse_json("{}", empty));
    CHECK_FALSE(Members(empty.root()).find("a"));
}

TEST_CASE("what is neither JSON nor CBOR is refused with a sentence") {
    const std::string deep(100'000, '[');
    const std::string too_deep_json = std::string(40, '[') + std::string(40, ']');
    for (const std::string& text :
         {std::string(), std::string("{"), std::string("[1,]"), std::string("\"\xff\""),
          std::string("\"\\ud800\""), std::string("{\"a\":1} x"), std::string("1e999")}) {
        CAPTURE(text);
        Tape tape;
        const auto error = parse_json(text, tape);
        REQUIRE(error);
        CHECK(error->code == "not-json");
        CHECK(error->message.back() == '.');
    }
    for (const std::string& text : {deep, too_deep_json}) {
        Tape tape;
        CHECK(parse_json(text, tape)->code == "too-deep");
    }
    using namespace std::string_literals;
    for (const std::string& bytes : {""s,
                                     "\x81"s,
                                     "\x61"s,
                                     "\x61\xff"s,
                                     "\x63\xed\xa0\x80"s,
                                     "\x9b\xff\xff\xff\xff\xff\xff\xff\xff"s,
                                     "\xbb\xff\xff\xff\xff\xff\xff\xff\xff"s,
                                     "\x7b\xff\xff\xff\xff\xff\xff\xff\xff"s,
                                     "\x7f\x7f\x7f\x7f"s,
                                     "\xff"s,
                                     "\xbf\x01\x02\xff"s,
                                     "\xbf\x61\x61\xff"s,
                                     "\x9f"s,
                                     "\xa1\x61\x61"s,
                                     "\xc0\x01"s,
                                     "\x41\x61"s,
                                     "\xf9\x3c\x00"s,
                                     "\x01\x01"s,
                                     "\x1c"s,
                                     "\x1b\xff\xff\xff\xff\xff\xff\xff\xff"s,
                                     "\x82\x01\xff"s}) {
        CAPTURE(bytes);
        Tape tape;
        const auto error = parse_cbor(bytes, tape);
        REQUIRE(error);
        CHECK(error->code == "not-cbor");
    }
    Tape tape;
    CHECK(parse_cbor(std::string(100'000, '\x81') + "\x01", tape)->code == "too-deep");
}
