#include "ui/format/typed_person.h"

#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;
using Kind = Format::TypedPerson::Kind;

class TestTypedPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phones_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("digits"); // empty: refused
        QTest::newRow("international") << u"+86 138-1234-5678"_s << u"8613812345678"_s;
        QTest::newRow("zero zero") << u"0086 138 1234 5678"_s << u"8613812345678"_s;
        QTest::newRow("bare digits") << u"8613812345678"_s << u"8613812345678"_s;
        QTest::newRow("brackets and dots") << u"+1 (415) 555.0132"_s << u"14155550132"_s;
        QTest::newRow("full width") << u"＋８６１３８１２３４５６７８"_s << u"8613812345678"_s;
        QTest::newRow("Arabic digits") << u"+٩٦٦٥٠١١١٢٢٣٣"_s << u"966501112233"_s;
        QTest::newRow("with a direction mark") << u"\u200e+86 13812345678"_s << u"8613812345678"_s;
        QTest::newRow("national") << u"0171 2345678"_s << QString();
        QTest::newRow("plus zero") << u"+0171 2345678"_s << QString();
        QTest::newRow("too short") << u"+86 138"_s << QString();
        QTest::newRow("too long") << u"+86138123456789012"_s << QString();
    }
    void phones()
    {
        QFETCH(QString, typed);
        QFETCH(QString, digits);
        const auto person = Format::typedPerson(typed);
        QCOMPARE(person.peer.phone, digits);
        QCOMPARE(person.kind, digits.isEmpty() ? Kind::Wrong : Kind::Phone);
        QCOMPARE(person.problem.isEmpty(), !digits.isEmpty());
    }

    void names()
    {
        QCOMPARE(Format::typedPerson(u" @Mei.Design "_s).peer.username, u"mei.design"_s);
        QCOMPARE(Format::typedPerson(u"mei_design"_s).kind, Kind::Username);
        QCOMPARE(Format::typedPerson(u"@mei.design"_s).shown, u"@mei.design"_s);
        QCOMPARE(Format::typedPerson(u"me"_s).kind, Kind::Wrong);
        QCOMPARE(Format::typedPerson(u"mei design"_s).kind, Kind::Wrong);
        QCOMPARE(Format::typedPerson(u"李伟"_s).kind, Kind::Wrong);
    }

    void ids()
    {
        const auto person = Format::typedPerson(u"us.13491208655302741918"_s);
        QCOMPARE(person.kind, Kind::Bsuid);
        QCOMPARE(person.peer.bsuid, u"US.13491208655302741918"_s);
        QVERIFY(person.peer.phone.isEmpty() && person.peer.username.isEmpty());
        QCOMPARE(Format::typedPerson(u"@us.13491208655302741918"_s).kind, Kind::Username);
    }

    void nothing() { QCOMPARE(Format::typedPerson(u"  "_s).kind, Kind::Nothing); }
};

QTEST_GUILESS_MAIN(TestTypedPerson)

#include "tst_typed_person.moc"
