#include "tests/store/store_fixture.h"

#include <QCoreApplication>

#include <cstdio>

// A program to be killed: stores deliveries and applies messages as fast as it can, and prints what was confirmed.
// Usage: store_writer PATH FIRST

using namespace Tandem;
using namespace Tandem::Testing;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc < 3) return 2;
    auto opened = Store::open({QStringLiteral("sqlite:") + QString::fromLocal8Bit(argv[1]), {}, true, true}, std::make_shared<FixedClock>());
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().detail));
        return 4;
    }
    std::printf("open\n");
    std::fflush(stdout);
    for (int i = QString::fromLocal8Bit(argv[2]).toInt();; ++i) {
        const auto name = QStringLiteral("m%1").arg(i);
        QPromise<Result<DeliveryId>> promise;
        promise.start();
        (*opened)->deliveries().append(QStringLiteral("meta"), name.toUtf8(), [&](Result<DeliveryId> id) {
            promise.addResult(std::move(id));
            promise.finish();
        });
        const auto id = waitFor(promise.future());
        if (!id) return 5;
        std::printf("d %s\n", qPrintable(name));
        const auto applied = waitFor((*opened)->events().apply(*id, {textEvent(name, QStringLiteral("1650%1").arg(i % 5), 1000 + i, name)}, true, {}));
        if (!applied) return 6;
        std::printf("a %s\n", qPrintable(name));
        std::fflush(stdout);
    }
}
