// SPDX-License-Identifier: GPL-3.0-or-later
// A studio opened in this process: requests go straight to it, without a socket.
#pragma once

#include "core/studio/Studio.h"
#include "ui/gateway/StudioGateway.h"

#include <memory>

namespace callboard::ui {

class HostedGateway final : public StudioGateway
{
    Q_OBJECT

public:
    explicit HostedGateway(std::shared_ptr<Studio> studio, QObject *parent = nullptr);
    ~HostedGateway() override;

    QString place() const override;
    bool isHostedHere() const override { return true; }
    const std::shared_ptr<Studio> &studio() const { return m_studio; }

protected:
    QCoro::Task<ApiAnswer> transmit(ApiRequest request) override;
    void tokenChanged() override;

private:
    void readListener();

    std::shared_ptr<Studio> m_studio;
    std::optional<Listener> m_listener; // what who is signed in may hear
    std::shared_ptr<void> m_presence;   // of who is signed in
    int m_subscription = 0;
};

} // namespace callboard::ui
