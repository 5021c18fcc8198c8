#pragma once
// Runs of text as pictures: each different run is rasterised once by the platform's text engine, at device pixels, into
// shared texture pages. A page none of whose runs were drawn lately is emptied when room is needed.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "canvas/measurer.h"
#include "imgui.h"
#include "platform/platform.h"
#include "viewer/viewer.h"

namespace twicetold::canvas {

/// Where a run lies in a page, and how to place it.
struct CachedRun {
    std::uint16_t page = 0;
    std::uint16_t x = 0;
    std::uint16_t y = 0;
    std::uint16_t width = 0;  ///< 0: nothing to draw
    std::uint16_t height = 0;
    bool coloured = false;
    float pen_x = 0;
    float baseline_y = 0;
};

class RunCache {
public:
    explicit RunCache(platform::TextEngine& engine) : engine_(&engine) {}
    /// The ImGui context these pages belong to must be current.
    ~RunCache();
    RunCache(const RunCache&) = delete;
    RunCache& operator=(const RunCache&) = delete;

    /// Starts a frame: what is asked for from here on is in use and stays.
    void begin_frame();
    /// Rasterises the run if it is not there yet. `ink` is 0xRRGGBB, for runs with colours of their own; `quarter` (0 to 3)
    /// the quarters of a pixel by which the pen stands right of a whole one.
    [[nodiscard]] CachedRun find(std::string_view run, Face face, const platform::FontStyle& font,
                                 platform::Direction direction, std::uint32_t ink, int quarter);
    [[nodiscard]] ImTextureData& page(std::uint16_t index) { return *pages_[index]->texture; }
    [[nodiscard]] std::size_t page_count() const { return pages_.size(); }
    /// Forgets every run: fonts, the pixel ratio or the ink changed.
    void clear();
    /// The GL objects are gone: the pages, whose pixels are kept, are uploaded again.
    void upload_again();

private:
    struct Shelf {
        int y;
        int height;
        int used;
    };
    struct Page {
        std::unique_ptr<ImTextureData> texture;
        std::vector<Shelf> shelves;
        int bottom = 0;  ///< of the last shelf
        std::uint64_t last_used = 0;
        std::uint64_t generation = 0;  ///< rises when the page is emptied
    };
    struct Stored {
        CachedRun run;
        std::uint64_t generation = 0;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    void store(const platform::Bitmap& bitmap, CachedRun& run);
    [[nodiscard]] bool place(Page& page, int width, int height, int& x, int& y) const;
    void empty(Page& page);
    void write(Page& page, const platform::Bitmap& bitmap, int x, int y, int width, int height);

    platform::TextEngine* engine_;
    std::unordered_map<std::string, Stored, Hash, std::equal_to<>> runs_;
    std::vector<std::unique_ptr<Page>> pages_;
    platform::Bitmap bitmap_;
    std::string key_;
    std::uint64_t frame_ = 1;
    std::uint64_t next_generation_ = 1;
};

}  // namespace twicetold::canvas
