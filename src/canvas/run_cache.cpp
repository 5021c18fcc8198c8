#include "canvas/run_cache.h"

#include <algorithm>
#include <cstring>

#include "imgui_internal.h"

namespace twicetold::canvas {
namespace {

constexpr int page_side = 1024;  // 4 MB; holds about two thousand words at one pixel a pixel
/// Pages beyond these are made only while every one of these is in use on the screen.
constexpr std::size_t usual_pages = 8;
constexpr int padding = 1;  // empty pixels between runs

ImTextureRect rectangle(int x, int y, int width, int height) {
    return {static_cast<unsigned short>(x), static_cast<unsigned short>(y),
            static_cast<unsigned short>(width), static_cast<unsigned short>(height)};
}

}  // namespace

RunCache::~RunCache() {
    for (const std::unique_ptr<Page>& page : pages_) ImGui::UnregisterUserTexture(page->texture.get());
}

void RunCache::begin_frame() {
    ++frame_;
    for (const std::unique_ptr<Page>& page : pages_) {
        // ImGui does this for its own textures only.
        if (page->texture->Status == ImTextureStatus_OK) page->texture->Updates.resize(0);
    }
}

CachedRun RunCache::find(std::string_view run, Face face, const platform::FontStyle& font,
                         platform::Direction direction, std::uint32_t ink, int quarter) {
    key_.assign(1,
                static_cast<char>((static_cast<int>(face) * 2 + static_cast<int>(direction)) * 4 + quarter));
    key_ += run;
    if (const auto found = runs_.find(key_); found != runs_.end()) {
        const CachedRun& cached = found->second.run;
        if (cached.width == 0) return cached;
        Page& page = *pages_[cached.page];
        if (page.generation == found->second.generation) {
            page.last_used = frame_;
            return cached;
        }
    }
    bitmap_.width = 0;
    bitmap_.height = 0;
    bitmap_.pixels.clear();
    engine_->rasterize_shifted(run, font, direction, ink, static_cast<float>(quarter) / 4, bitmap_);
    CachedRun result;
    result.coloured = bitmap_.coloured;
    result.pen_x = bitmap_.pen_x;
    result.baseline_y = bitmap_.baseline_y;
    if (bitmap_.width > 0 && bitmap_.height > 0) store(bitmap_, result);
    runs_[key_] = {result, result.width > 0 ? pages_[result.page]->generation : 0};
    return result;
}

void RunCache::store(const platform::Bitmap& bitmap, CachedRun& run) {
    // A run larger than a page, which no word of a sane text is, is cut off.
    const int width = std::min(bitmap.width, page_side - 2 * padding);
    const int height = std::min(bitmap.height, page_side - 2 * padding);
    int x = 0;
    int y = 0;
    std::size_t index = 0;
    while (index < pages_.size() && !place(*pages_[index], width, height, x, y)) ++index;
    if (index == pages_.size()) {
        // No room: the page that has been out of sight longest is emptied, if there are enough already.
        std::size_t oldest = 0;
        for (std::size_t at = 1; at < pages_.size(); ++at) {
            if (pages_[at]->last_used < pages_[oldest]->last_used) oldest = at;
        }
        if (pages_.size() >= usual_pages && pages_[oldest]->last_used < frame_) {
            index = oldest;
            empty(*pages_[index]);
        } else {
            auto page = std::make_unique<Page>();
            page->texture = std::make_unique<ImTextureData>();
            page->texture->Create(ImTextureFormat_RGBA32, page_side, page_side);
            page->texture->UseColors = true;
            page->generation = next_generation_++;
            ImGui::RegisterUserTexture(page->texture.get());
            pages_.push_back(std::move(page));
        }
        if (!place(*pages_[index], width, height, x, y)) return;
    }
    write(*pages_[index], bitmap, x, y, width, height);
    pages_[index]->last_used = frame_;
    run.page = static_cast<std::uint16_t>(index);
    run.x = static_cast<std::uint16_t>(x);
    run.y = static_cast<std::uint16_t>(y);
    run.width = static_cast<std::uint16_t>(width);
    run.height = static_cast<std::uint16_t>(height);
}

bool RunCache::place(Page& page, int width, int height, int& x, int& y) const {
    const int wide = width + padding;
    const int high = height + padding;
    Shelf* best = nullptr;
    for (Shelf& shelf : page.shelves) {
        if (shelf.height < high || shelf.used + wide > page_side) continue;
        if (best == nullptr || shelf.height < best->height) best = &shelf;
    }
    // A shelf much higher than the run wastes room that a new shelf would not, as long as there is room for one.
    const int rounded = (high + 3) / 4 * 4;
    const bool new_fits = page.bottom + rounded <= page_side;
    if (best == nullptr || (best->height > high + high / 2 && new_fits)) {
        if (!new_fits) {
            if (best == nullptr) return false;
        } else {
            page.shelves.push_back({page.bottom, rounded, padding});
            page.bottom += rounded;
            best = &page.shelves.back();
        }
    }
    x = best->used;
    y = best->y;
    best->used += wide;
    return best->used <= page_side;
}

void RunCache::empty(Page& page) {
    page.shelves.clear();
    page.bottom = 0;
    page.generation = next_generation_++;
    std::erase_if(runs_, [&](const auto& entry) {
        return entry.second.run.width > 0 && pages_[entry.second.run.page].get() == &page;
    });
}

void RunCache::write(Page& page, const platform::Bitmap& bitmap, int x, int y, int width, int height) {
    ImTextureData& texture = *page.texture;
    // With its padding, which may hold an earlier run's pixels.
    const int wide = std::min(width + padding, page_side - x);
    const int high = std::min(height + padding, page_side - y);
    for (int row = 0; row < high; ++row) {
        auto* target = static_cast<unsigned char*>(texture.GetPixelsAt(x, y + row));
        const std::size_t copied = row < height ? static_cast<std::size_t>(width) * 4 : 0;
        if (copied > 0) {
            std::memcpy(target,
                        bitmap.pixels.data() +
                            static_cast<std::size_t>(row) * static_cast<std::size_t>(bitmap.width) * 4,
                        copied);
        }
        std::memset(target + copied, 0, static_cast<std::size_t>(wide) * 4 - copied);
    }
    if (texture.Status == ImTextureStatus_OK || texture.Status == ImTextureStatus_WantUpdates) {
        texture.Updates.push_back(rectangle(x, y, wide, high));
        texture.UpdateRect = rectangle(0, 0, page_side, page_side);
        texture.Status = ImTextureStatus_WantUpdates;
    }
    texture.UsedRect = rectangle(0, 0, page_side, page_side);
}

void RunCache::clear() {
    runs_.clear();
    for (const std::unique_ptr<Page>& page : pages_) {
        page->shelves.clear();
        page->bottom = 0;
        page->generation = next_generation_++;
        page->last_used = 0;
    }
}

void RunCache::upload_again() {
    for (const std::unique_ptr<Page>& page : pages_) {
        page->texture->Updates.clear();
        page->texture->SetTexID(ImTextureID_Invalid);
        page->texture->BackendUserData = nullptr;
        page->texture->Status = ImTextureStatus_WantCreate;
    }
}

}  // namespace twicetold::canvas
