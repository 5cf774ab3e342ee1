// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tokenless job endpoints of the public API v1: search, one job, facets, changes. 120 requests a minute
// for each address, cacheable by an edge and by a client (ETag), open to every origin.
#pragma once

#include "sandbox/http/http_message.h"
#include "sandbox/http/rate_limit.h"
#include "sandbox/store/store.h"

#include <optional>

namespace ot::sandbox {

class JobBoard {
public:
    explicit JobBoard(Store& store);

    /// Whether this request is one of the board's: anything below /api/public/v1/jobs.
    static bool owns(const HttpRequest& request);
    HttpResponse handle(const HttpRequest& request);

private:
    struct Search {
        QString words;
        QString language;
        QString country;
        QString category;
        QString payType;
        QString cursorPosted; // the job before the page, newest first
        QString cursorId;
        qint64 limit = 0;
    };

    std::optional<HttpResponse> overLimit(const HttpRequest& request);
    HttpResponse dispatch(const HttpRequest& request);
    HttpResponse search(const HttpRequest& request);
    std::optional<Search> readSearch(const HttpRequest& request, HttpResponse& problem) const;
    HttpResponse page(const Search& search);
    HttpResponse job(const QString& id);
    HttpResponse facets();
    HttpResponse changes(const HttpRequest& request);

    Store& m_store;
    RateLimit m_limit;
    QByteArray m_facets;
    qint64 m_facetsHead = -1;
};

} // namespace ot::sandbox
