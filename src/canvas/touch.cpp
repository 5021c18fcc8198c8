#include "canvas/touch.h"

#include <algorithm>
#include <cmath>

namespace twicetold::canvas {
namespace {

constexpr float slop = 9;              // a finger that moves less has tapped
constexpr float sideways = 1.5F;       // how much farther to the side than down a swipe goes
constexpr float swipe_distance = 56;   // pixels
constexpr double long_press = 0.5;     // seconds
constexpr double velocity_span = 0.1;  // seconds before letting go that count
constexpr float least_fling = 60;      // pixels a second
constexpr float fastest_fling = 9000;

}  // namespace

Gesture TouchGestures::make(Gesture::Kind kind) const {
    Gesture gesture;
    gesture.kind = kind;
    gesture.x = start_x_;
    gesture.y = start_y_;
    return gesture;
}

float TouchGestures::spread() const {
    if (fingers_.size() < 2) return 1;
    return std::max(std::hypot(fingers_[0].x - fingers_[1].x, fingers_[0].y - fingers_[1].y), 1.0F);
}

void TouchGestures::remember(float y, double time) {
    samples_[sample_count_ % samples_.size()] = {y, time};
    ++sample_count_;
}

float TouchGestures::velocity(double time) const {
    if (sample_count_ < 2) return 0;
    const Sample& last = samples_[(sample_count_ - 1) % samples_.size()];
    // A finger that rested before it left does not throw.
    if (time - last.time > velocity_span) return 0;
    const std::size_t known = std::min(sample_count_, samples_.size());
    Sample first = last;
    for (std::size_t back = 2; back <= known; ++back) {
        const Sample& sample = samples_[(sample_count_ - back) % samples_.size()];
        if (last.time - sample.time > velocity_span) break;
        first = sample;
    }
    const double span = last.time - first.time;
    if (span <= 0.001) return 0;
    return std::clamp((first.y - last.y) / static_cast<float>(span), -fastest_fling, fastest_fling);
}

Gesture TouchGestures::down(int finger, float x, float y, double time) {
    fingers_.push_back({finger, x, y});
    if (fingers_.size() == 1) {
        phase_ = Phase::undecided;
        start_x_ = x;
        start_y_ = last_y_ = y;
        start_time_ = time;
        sample_count_ = 0;
        remember(y, time);
    } else if (fingers_.size() == 2) {
        phase_ = Phase::pinching;
        start_spread_ = spread();
    } else {
        phase_ = Phase::spent;
    }
    return {};
}

Gesture TouchGestures::move(int finger, float x, float y, double time) {
    const auto found =
        std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& one) { return one.id == finger; });
    if (found == fingers_.end()) return {};
    found->x = x;
    found->y = y;
    if (phase_ == Phase::pinching) {
        Gesture gesture = make(Gesture::Kind::pinch);
        gesture.factor = spread() / std::max(start_spread_, 1.0F);
        return gesture;
    }
    if (phase_ == Phase::undecided) {
        const float across = std::abs(x - start_x_);
        const float along = std::abs(y - start_y_);
        if (std::max(across, along) < slop) return {};
        phase_ = across > along * sideways ? Phase::swiping : Phase::scrolling;
    }
    if (phase_ != Phase::scrolling) return {};
    remember(y, time);
    Gesture gesture = make(Gesture::Kind::scroll);
    gesture.pixels = last_y_ - y;
    last_y_ = y;
    return gesture;
}

Gesture TouchGestures::up(int finger, float x, float, double time) {
    const auto found =
        std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& one) { return one.id == finger; });
    if (found == fingers_.end()) return {};
    fingers_.erase(found);
    const Phase ended = phase_;
    // The second finger of a pinch that stays down neither taps nor scrolls.
    phase_ = fingers_.empty() ? Phase::idle : Phase::spent;
    switch (ended) {
        case Phase::undecided: return make(Gesture::Kind::tap);
        case Phase::scrolling: {
            Gesture gesture = make(Gesture::Kind::fling);
            gesture.velocity = velocity(time);
            return std::abs(gesture.velocity) < least_fling ? Gesture{} : gesture;
        }
        case Phase::swiping: {
            if (std::abs(x - start_x_) < swipe_distance) return {};
            Gesture gesture = make(Gesture::Kind::swipe);
            gesture.direction = x < start_x_ ? 1 : -1;
            return gesture;
        }
        case Phase::idle:
        case Phase::pinching:
        case Phase::spent: break;
    }
    return {};
}

void TouchGestures::cancel() {
    fingers_.clear();
    phase_ = Phase::idle;
}

Gesture TouchGestures::wait(double time) {
    if (!waiting() || time - start_time_ < long_press) return {};
    phase_ = Phase::spent;
    return make(Gesture::Kind::long_press);
}

}  // namespace twicetold::canvas
