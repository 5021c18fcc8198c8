// What fingers mean.
#include <doctest/doctest.h>

#include "canvas/touch.h"

namespace {

using twicetold::canvas::Gesture;
using twicetold::canvas::TouchGestures;
using Kind = Gesture::Kind;

}  // namespace

TEST_CASE("a finger that hardly moves taps where it came down") {
    TouchGestures touch;
    touch.down(1, 100, 200, 0);
    CHECK(touch.move(1, 104, 203, 0.05).kind == Kind::none);
    const Gesture tap = touch.up(1, 104, 203, 0.1);
    CHECK(tap.kind == Kind::tap);
    CHECK(tap.x == 100);
    CHECK(tap.y == 200);
    CHECK_FALSE(touch.active());
}

TEST_CASE("a finger that stays is a long press, once, and no tap afterwards") {
    TouchGestures touch;
    touch.down(1, 100, 200, 0);
    CHECK(touch.wait(0.3).kind == Kind::none);
    CHECK(touch.wait(0.6).kind == Kind::long_press);
    CHECK(touch.wait(0.9).kind == Kind::none);
    CHECK(touch.up(1, 100, 200, 1).kind == Kind::none);
}

TEST_CASE("a finger that moves down or up scrolls, and throws when it is let go") {
    TouchGestures touch;
    touch.down(1, 100, 400, 0);
    float moved = 0;
    for (int step = 1; step <= 10; ++step)
        moved += touch.move(1, 100, 400.0F - 20.0F * static_cast<float>(step), 0.016 * step).pixels;
    CHECK(moved == doctest::Approx(200));
    const Gesture fling = touch.up(1, 100, 200, 0.161);
    CHECK(fling.kind == Kind::fling);
    CHECK(fling.velocity == doctest::Approx(1250).epsilon(0.05));
}

TEST_CASE("a finger that rested before it left does not throw") {
    TouchGestures touch;
    touch.down(1, 100, 400, 0);
    touch.move(1, 100, 300, 0.05);
    touch.move(1, 100, 200, 0.1);
    CHECK(touch.up(1, 100, 200, 0.5).kind == Kind::none);
}

TEST_CASE("to the left is on, to the right is back, and a short way is neither") {
    TouchGestures touch;
    touch.down(1, 300, 400, 0);
    CHECK(touch.move(1, 200, 410, 0.1).kind == Kind::none);
    CHECK(touch.up(1, 200, 410, 0.15).direction == 1);
    touch.down(1, 100, 400, 1);
    touch.move(1, 200, 410, 1.1);
    CHECK(touch.up(1, 200, 410, 1.15).direction == -1);
    touch.down(1, 100, 400, 2);
    touch.move(1, 130, 402, 2.1);
    CHECK(touch.up(1, 130, 402, 2.15).kind == Kind::none);
}

TEST_CASE("two fingers pinch, and the one that is left over does nothing") {
    TouchGestures touch;
    touch.down(1, 100, 400, 0);
    touch.down(2, 200, 400, 0.01);
    const Gesture pinch = touch.move(2, 300, 400, 0.1);
    CHECK(pinch.kind == Kind::pinch);
    CHECK(pinch.factor == doctest::Approx(2));
    CHECK(touch.up(2, 300, 400, 0.2).kind == Kind::none);
    CHECK(touch.move(1, 100, 300, 0.3).kind == Kind::none);
    CHECK(touch.up(1, 100, 300, 0.4).kind == Kind::none);
}
