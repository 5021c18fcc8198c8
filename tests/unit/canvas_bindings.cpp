// Which keys do what.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "canvas/bindings.h"
#include "canvas/key_help.h"

namespace {

using namespace twicetold;
using canvas::Action;
using canvas::Bindings;
using canvas::KeyEvent;
using engine::Mode;

KeyEvent pressed(std::string_view key, canvas::Modifiers with = {}) { return {true, key, with}; }

}  // namespace

TEST_CASE("every action has keys of its own, and no key means two things at a time") {
    const Bindings bindings;
    for (const Mode mode : {Mode::versions, Mode::coverage}) {
        std::set<std::string> seen;
        for (const canvas::ActionInfo& info : canvas::actions()) {
            CHECK_FALSE(bindings.chords(info.action).empty());
            if (info.scope == (mode == Mode::coverage ? canvas::Scope::versions : canvas::Scope::coverage))
                continue;
            for (const canvas::Chord& chord : bindings.chords(info.action)) {
                INFO(info.name);
                CHECK(seen.insert(canvas::chord_label({}, chord)).second);
            }
        }
    }
}

TEST_CASE("keys are found as they are typed: capitals, Shift, Alt and signs") {
    const Bindings bindings;
    CHECK(bindings.find(pressed("n"), Mode::versions) == Action::next_change);
    CHECK(bindings.find(pressed("N"), Mode::versions) == Action::next_change);
    CHECK(bindings.find(pressed("N", {.shift = true}), Mode::versions) == Action::next_change);
    CHECK(bindings.find(pressed("ArrowDown", {.alt = true}), Mode::versions) == Action::next_change);
    CHECK(bindings.find(pressed("ArrowDown"), Mode::versions) == Action::scroll_down);
    CHECK(bindings.find(pressed("F7", {.shift = true}), Mode::versions) == Action::previous_change);
    // A question mark is typed with Shift on some keyboards and without on others.
    CHECK(bindings.find(pressed("?", {.shift = true}), Mode::versions) == Action::help);
    CHECK(bindings.find(pressed("?"), Mode::versions) == Action::help);
    CHECK(bindings.find(pressed("v"), Mode::coverage) == Action::next_findings);
    CHECK(bindings.find(pressed("V", {.shift = true}), Mode::coverage) == Action::previous_findings);
    CHECK(bindings.find(pressed("["), Mode::versions) == Action::earlier_step);
    CHECK(bindings.find(pressed("["), Mode::coverage) == Action::outlet_left_back);
    // The browser's own.
    CHECK_FALSE(bindings.find(pressed("n", {.control = true}), Mode::versions));
    CHECK_FALSE(bindings.find(pressed("r", {.meta = true}), Mode::versions));
}

TEST_CASE("other keys can be given, and are taken from whatever had them") {
    Bindings bindings;
    CHECK(bindings.rebind("next-change=j,Alt+ArrowDown; previous-change=k; zoom-in=Mod++") == "");
    CHECK(bindings.find(pressed("j"), Mode::versions) == Action::next_change);
    CHECK_FALSE(bindings.find(pressed("n"), Mode::versions));
    CHECK(bindings.find(pressed("k"), Mode::versions) == Action::previous_change);
    CHECK(bindings.chords(Action::play).empty());
    CHECK(bindings.find(pressed("+", {.control = true}), Mode::versions) == Action::zoom_in);
    CHECK(bindings.rebind("list") == "");
    CHECK_FALSE(bindings.find(pressed("l"), Mode::versions));
    CHECK(bindings.rebind("fly=u; help=Hyper+h; fold") == "fly=u; help=Hyper+h; fold");
    CHECK(bindings.find(pressed("?"), Mode::versions) == Action::help);
}

TEST_CASE("the help lists the keys as they are bound, and no action without keys") {
    Bindings bindings;
    bindings.rebind("next-change=j; timeline");
    std::string all;
    for (const canvas::KeyHelp& help : canvas::key_help({}, bindings, Mode::versions))
        all += help.meaning + ": " + help.keys + "\n";
    CHECK(all.find("Next change: J\n") != std::string::npos);
    CHECK(all.find("Timeline") == std::string::npos);
    CHECK(all.find("claim") == std::string::npos);
}
