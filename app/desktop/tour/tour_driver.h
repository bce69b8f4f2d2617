#pragma once

#include "app/desktop/tour/tour_task.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QPoint>
#include <QPointer>
#include <QString>
#include <QUrl>

class QAbstractItemView;
class QComboBox;
class QWidget;

namespace Tandem {

/// Hands and eyes of the tour: finds widgets by name in the real windows, presses and types through real events, takes
/// pictures, and speaks to the practice platform where a phone or a customer would act.
class TourDriver final : public QObject
{
    Q_OBJECT
public:
    explicit TourDriver(const QString &folder, QObject *parent = nullptr);

    /// The visible widget of this name; nullptr when there is none.
    [[nodiscard]] QWidget *find(const QString &name) const;
    template<typename T>
    [[nodiscard]] T *find(const QString &name) const { return qobject_cast<T *>(find(name)); }
    [[nodiscard]] Until shown(const QString &name, int timeoutMs = 10000) const;
    [[nodiscard]] static Until until(const QString &what, std::function<bool()> condition, int timeoutMs = 10000);
    [[nodiscard]] static Until pause(int ms);

    void click(const QString &name);
    void click(QWidget *widget, QPoint where);
    void clickRow(QAbstractItemView *view, int row);
    void choose(QComboBox *box, const QVariant &data); ///< by keys, as a person does
    void type(QWidget *widget, const QString &text);
    void key(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
    /// Where a web page takes its keys: the view's own child widget.
    [[nodiscard]] QWidget *webKeys() const;

    /// Saves a picture of the window that holds `name`, and remembers its path for the next print.
    void picture(const QString &name, QWidget *window = nullptr);
    /// Prints the step with its figure and the pictures taken since the last one.
    void print(const QString &step, const QString &figure = {});
    void begin() { m_clock.restart(); }
    [[nodiscard]] double ms() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    void setPlatform(const QUrl &address) { m_platform = address; }
    /// A call to the practice platform; the answer lands in `answer`. TourFailure on an error.
    [[nodiscard]] TourTask post(QString path, QJsonObject body, QJsonObject *answer = nullptr);
    [[nodiscard]] TourTask get(QString path, QJsonObject *answer);
    [[nodiscard]] TourTask forget(QString path);

private:
    [[nodiscard]] TourTask call(QByteArray verb, QString path, QByteArray body, QJsonObject *answer);

    QString m_folder;
    QUrl m_platform;
    QNetworkAccessManager m_network;
    QElapsedTimer m_clock;
    QStringList m_pictures;
    int m_step = 0;
    int m_picture = 0;
};

/// Throws TourFailure with these words unless it holds.
void demand(bool holds, const QString &words);

} // namespace Tandem
