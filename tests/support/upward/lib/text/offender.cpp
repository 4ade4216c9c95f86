// Includes that tests/layers.cmake must refuse.
#include "store/query.hpp"
#include <curl/curl.h>
#include "../model/name.hpp"
