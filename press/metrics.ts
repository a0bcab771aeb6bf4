// The text format of Prometheus, by hand: its client for Node has had no release since June 2024, and brings two packages
// for what fits below.

type Labels = Record<string, string>;

/** What is measured under one name. */
export type Metric = {
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram";
  /** Each value with its labels; a histogram's carry the ending of its name besides. */
  values: readonly { value: number; labels?: Labels; ending?: string }[];
};

/** Metrics as Prometheus reads them. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(({ name, help, type, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${type}`,
      ...values.map(({ value, labels, ending = "" }) => `${name}${ending}${written(labels)} ${number(value)}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

function written(labels: Labels = {}): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, "_")}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

function number(value: number): string {
  return Number.isFinite(value) ? String(value) : value > 0 ? "+Inf" : "NaN";
}

/** In seconds: from what is in memory to what is given up. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

type Counted = { buckets: number[]; sum: number; count: number };

/** Counts how long something took, by what came of it. @param label what that is called */
export function createHistogram({ name, help, label }: { name: string; help: string; label: string }) {
  const counted = new Map<string, Counted>();
  return {
    observe(outcome: string, milliseconds: number): void {
      let own = counted.get(outcome);
      if (!own) {
        own = { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
        counted.set(outcome, own);
      }
      const seconds = milliseconds / 1000;
      own.sum += seconds;
      own.count++;
      const at = BOUNDS.findIndex((bound) => seconds <= bound);
      if (at >= 0) own.buckets[at] = (own.buckets[at] ?? 0) + 1;
    },
    metric(): Metric {
      const values = [...counted].flatMap(([outcome, { buckets, sum, count }]) => {
        const labels = { [label]: outcome };
        let below = 0;
        return [
          ...BOUNDS.map((bound, at) => {
            below += buckets[at] ?? 0;
            return { value: below, labels: { ...labels, le: String(bound) }, ending: "_bucket" };
          }),
          { value: count, labels: { ...labels, le: "+Inf" }, ending: "_bucket" },
          { value: sum, labels, ending: "_sum" },
          { value: count, labels, ending: "_count" },
        ];
      });
      return { name, help, type: "histogram", values };
    },
  };
}
