// One of two headers with the same type, which tests/layers.cmake must refuse.
#pragma once

struct Twice {
    int value = 0;
};
