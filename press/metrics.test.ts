import { expect, test } from "vitest";
import { createHistogram, exposition } from "./metrics";

test("metrics are written as Prometheus reads them", () => {
  const text = exposition([
    { name: "a_bytes", help: "How many.", type: "gauge", values: [{ value: 1.5 }] },
    {
      name: "b_total",
      help: "How often.",
      type: "counter",
      values: [
        { value: 2, labels: { outcome: "hit" } },
        { value: 3, labels: { outcome: 'a"b\n' } },
      ],
    },
  ]);
  expect(text).toBe(
    '# HELP a_bytes How many.\n# TYPE a_bytes gauge\na_bytes 1.5\n# HELP b_total How often.\n# TYPE b_total counter\nb_total{outcome="hit"} 2\nb_total{outcome="a_b_"} 3\n',
  );
});

test("a histogram's buckets add up, and what is slower than all stands in the last", () => {
  const histogram = createHistogram({ name: "took_seconds", help: "How long.", label: "outcome" });
  for (const ms of [0.4, 0.5, 3, 20_000]) histogram.observe("hit", ms);
  const text = exposition([histogram.metric()]);
  expect(text).toContain('took_seconds_bucket{outcome="hit",le="0.0005"} 2\n');
  expect(text).toContain('took_seconds_bucket{outcome="hit",le="0.0025"} 2\n');
  expect(text).toContain('took_seconds_bucket{outcome="hit",le="0.005"} 3\n');
  expect(text).toContain('took_seconds_bucket{outcome="hit",le="10"} 3\n');
  expect(text).toContain('took_seconds_bucket{outcome="hit",le="+Inf"} 4\n');
  expect(text).toMatch(/took_seconds_sum\{outcome="hit"\} 20\.0039\d*\n/);
  expect(text).toContain('took_seconds_count{outcome="hit"} 4\n');
});
