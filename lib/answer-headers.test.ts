import { expect, test } from "vitest";
import { answerHeaders } from "./answer-headers";

const transportOf = (SITE_URL: string, HSTS: "subdomains" | "host" | "off") =>
  answerHeaders({ SITE_URL, HSTS }).find(([name]) => name === "strict-transport-security")?.[1];

test("browsers are told to come by https only where the paper's own address is one of https, as far as its owner says", () => {
  expect(transportOf("https://paper.example", "subdomains")).toBe("max-age=31536000; includeSubDomains");
  expect(transportOf("https://paper.example", "host")).toBe("max-age=31536000");
  expect(transportOf("https://paper.example", "off")).toBeUndefined();
  expect(transportOf("http://paper.example", "subdomains")).toBeUndefined();
});
