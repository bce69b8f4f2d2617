#pragma once

#include <QLineEdit>

namespace Tandem {

/// A line with a limit: stops there and, near it, counts.
class LimitedEdit final : public QLineEdit
{
    Q_OBJECT
public:
    LimitedEdit(int limit, const QString &name, QWidget *parent = nullptr);

    void setLimit(int limit);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Tandem
