#pragma once
// What fingers mean: a tap, a long press, scrolling (which goes on by itself when let go), a swipe to the side, a pinch.
// Knows no widgets and no clock; places in CSS pixels, times in seconds of the host's monotonic clock.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace twicetold::canvas {

struct Gesture {
    enum class Kind : std::uint8_t {
        none,
        tap,         ///< at (x, y)
        long_press,  ///< at (x, y); the finger is still down
        scroll,      ///< by `pixels` downwards
        fling,       ///< let go at `velocity`, pixels a second downwards
        swipe,       ///< to the side: `direction` 1 to the left (on to what is later), -1 to the right
        pinch,       ///< `factor` since it began
    };
    Kind kind = Kind::none;
    float x = 0;  ///< where the (first) finger came down
    float y = 0;
    float pixels = 0;
    float velocity = 0;
    int direction = 0;
    float factor = 1;
};

class TouchGestures {
public:
    Gesture down(int finger, float x, float y, double time);
    Gesture move(int finger, float x, float y, double time);
    Gesture up(int finger, float x, float y, double time);
    /// The system took the fingers over.
    void cancel();
    /// A long press shows only as time goes by.
    Gesture wait(double time);

    [[nodiscard]] bool active() const { return !fingers_.empty(); }
    /// Whether a long press may still come of it.
    [[nodiscard]] bool waiting() const { return phase_ == Phase::undecided && fingers_.size() == 1; }

private:
    enum class Phase : std::uint8_t { idle, undecided, scrolling, swiping, pinching, spent };
    struct Finger {
        int id = 0;
        float x = 0;
        float y = 0;
    };
    struct Sample {
        float y = 0;
        double time = 0;
    };

    [[nodiscard]] Gesture make(Gesture::Kind kind) const;
    [[nodiscard]] float spread() const;
    void remember(float y, double time);
    [[nodiscard]] float velocity(double time) const;

    Phase phase_ = Phase::idle;
    std::vector<Finger> fingers_;
    float start_x_ = 0;
    float start_y_ = 0;
    double start_time_ = 0;
    float last_y_ = 0;
    float start_spread_ = 1;
    std::array<Sample, 8> samples_{};  ///< a ring
    std::size_t sample_count_ = 0;
};

}  // namespace twicetold::canvas
