#include "app/metrics.hpp"

#include "base/words.hpp"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <utility>
#include <vector>

namespace dealtafel::app {

namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;
using Labels = std::vector<ClientMetric::Label>;

// Families in the making, one after the other.
class Families {
public:
    void begin(std::string name, std::string help, MetricType type) {
        all_.push_back({"dealtafel_" + std::move(name), std::move(help), type, {}});
    }
    void add(double value, Labels labels = {}) {
        ClientMetric metric;
        metric.label = std::move(labels);
        const bool counts = all_.back().type == MetricType::Counter;
        (counts ? metric.counter.value : metric.gauge.value) = value;
        all_.back().metric.push_back(std::move(metric));
    }
    void one(std::string name, std::string help, MetricType type, double value) {
        begin(std::move(name), std::move(help), type);
        add(value);
    }
    void histogram(std::string name, std::string help, const prometheus::Histogram& histogram) {
        begin(std::move(name), std::move(help), MetricType::Histogram);
        all_.back().metric.push_back(histogram.Collect());
    }
    std::string text() const { return prometheus::TextSerializer().Serialize(all_); }

private:
    std::vector<MetricFamily> all_;
};

double in_seconds(std::int64_t ms) { return static_cast<double>(ms) / 1'000; }

// The memory that the process has in use, in bytes; 0 where the system does not say.
double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double size = 0;
    double resident = 0;
    file >> size >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

void add_sessions(Families& families, const core::Figures& figures) {
    families.one("sessions", "Sessions that there are.", MetricType::Gauge,
                 static_cast<double>(figures.sessions));
    families.one("members", "People who took a seat.", MetricType::Gauge,
                 static_cast<double>(figures.members));
    families.begin("games", "Games by stage, but for those that were stopped.", MetricType::Gauge);
    for (const auto& [stage, count] : figures.games) {
        families.add(static_cast<double>(count), {{"stage", std::string(to_word(stage))}});
    }
    families.one("games_stopped",
                 "Games that were stopped: damaged, or taken over by another server.",
                 MetricType::Gauge, static_cast<double>(figures.stopped_games));
    families.begin("connections", "WebSockets that said hello, by role.", MetricType::Gauge);
    for (const auto& [role, count] : figures.connections) {
        families.add(static_cast<double>(count), {{"role", std::string(to_word(role))}});
    }
}

void add_requests(Families& families, const core::Figures& figures) {
    families.one("requests_waiting", "Requests that are not decided yet.", MetricType::Gauge,
                 static_cast<double>(figures.waiting));
    families.begin("requests_total", "Requests that were answered.", MetricType::Counter);
    families.add(static_cast<double>(figures.done), {{"outcome", "done"}});
    families.add(static_cast<double>(figures.refused), {{"outcome", "refused"}});
}

}  // namespace

Metrics::Metrics(std::string version)
    : version_(std::move(version)),
      append_seconds_({0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10}),
      turn_seconds_({0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1}) {}

void Metrics::stored(store::AppendResult result, std::int64_t took_ms) {
    ++appends_[static_cast<std::size_t>(result)];
    append_seconds_.Observe(in_seconds(took_ms));
}

void Metrics::turned(double busy_s) { turn_seconds_.Observe(busy_s); }

std::string Metrics::text(const core::Figures& figures, const StoreState& store) const {
    Families families;
    families.begin("build_info", "The version of the program.", MetricType::Gauge);
    families.add(1, {{"version", version_}});
    add_sessions(families, figures);
    add_requests(families, figures);
    families.begin("appends_total", "Appends to the store, by result.", MetricType::Counter);
    for (std::size_t at = 0; at < appends_.size(); ++at) {
        families.add(static_cast<double>(appends_[at]),
                     {{"result", words_of<store::AppendResult>()[at]}});
    }
    families.histogram("append_duration_seconds", "How long appends took until they were durable.",
                       append_seconds_);
    families.one("appends_under_way", "Appends that are not durable yet.", MetricType::Gauge,
                 static_cast<double>(store.under_way));
    families.one("store_behind_seconds", "The age of the oldest of them.", MetricType::Gauge,
                 in_seconds(store.behind_ms));
    families.one("store_writes", "1 while the store takes writes, else 0.", MetricType::Gauge,
                 store.writes ? 1 : 0);
    families.histogram("turn_duration_seconds",
                       "How long the thread of the games was busy before it looked for more.",
                       turn_seconds_);
    families.one("resident_memory_bytes", "Memory in use.", MetricType::Gauge, resident_bytes());
    families.one("cpu_seconds_total", "Processor time used.", MetricType::Counter,
                 processor_seconds());
    return families.text();
}

}  // namespace dealtafel::app
