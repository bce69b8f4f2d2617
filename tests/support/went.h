#pragma once

/// Fails a QtTest function with the error's own words; needs the string literals in scope.
#define WENT(expression) \
    do { \
        const auto went_ = (expression); \
        QVERIFY2(went_, qPrintable(went_ ? QString() : went_.error().detail + u": "_s + went_.error().text)); \
    } while (false)
