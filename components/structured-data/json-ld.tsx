import type { Thing, WithContext } from "schema-dts";

/** Structured data in the page. React keeps what a story says from ending the script: see the test. */
export function JsonLd({ data }: { data: WithContext<Thing> }) {
  return <script type="application/ld+json">{JSON.stringify(data)}</script>;
}
