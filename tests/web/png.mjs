// Reads the pictures that browsers make of themselves: PNG, 8 bits a channel, colour, not interlaced.
// Source: PNG specification (third edition), sections 9 and 11.

import { inflateSync } from 'node:zlib';

const CHANNELS = { 2: 3, 6: 4 };

export function decodePng(bytes) {
    const width = bytes.readUInt32BE(16);
    const height = bytes.readUInt32BE(20);
    const channels = CHANNELS[bytes[25]];
    if (bytes[24] !== 8 || !channels || bytes[28] !== 0) throw new Error('a kind of PNG that no browser makes');
    const parts = [];
    for (let at = 8; at < bytes.length; ) {
        const size = bytes.readUInt32BE(at);
        if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + size));
        at += 12 + size;
    }
    const pixels = unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels);
    return {
        width,
        height,
        /** [red, green, blue] */
        at(x, y) {
            const from = (y * width + x) * channels;
            return [pixels[from], pixels[from + 1], pixels[from + 2]];
        },
    };
}

function unfiltered(lines, stride, height, channels) {
    const out = Buffer.alloc(stride * height);
    for (let y = 0; y < height; ++y) {
        const filter = lines[y * (stride + 1)];
        for (let x = 0; x < stride; ++x) {
            const left = x >= channels ? out[y * stride + x - channels] : 0;
            const up = y > 0 ? out[(y - 1) * stride + x] : 0;
            const corner = y > 0 && x >= channels ? out[(y - 1) * stride + x - channels] : 0;
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            out[y * stride + x] = lines[y * (stride + 1) + 1 + x] + guess;
        }
    }
    return out;
}

function paeth(left, up, corner) {
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
}
