import os from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

describe("readEnv", () => {
  test("needs nothing", () => {
    expect(readEnv({})).toMatchObject({
      DATA_DIR: path.resolve("data"),
      HOST: "127.0.0.1",
      PORT: 3000,
      SITE_URL: "http://localhost:3000",
      SEED: "demo",
      TRUST_PROXY: 0,
      WEB_WORKERS: os.availableParallelism(),
      PRESS_MEMORY: 64,
      GALLERY: "off",
      EDGE_PURGE: [],
      EDGE_WEBHOOK: [],
    });
  });

  test("takes an empty variable for one that is not set, and the port into the address", () => {
    expect(readEnv({ SITE_URL: "", PORT: "8080" }).SITE_URL).toBe("http://localhost:8080");
    expect(readEnv({ SITE_URL: "https://paper.example.com/" }).SITE_URL).toBe("https://paper.example.com");
  });

  test("writes the address as browsers do, so that what they say can be compared with it", () => {
    expect(readEnv({ SITE_URL: "HTTPS://Paper.Example.com:443" }).SITE_URL).toBe("https://paper.example.com");
    expect(readEnv({ SITE_URL: "http://paper.example.com:8080/" }).SITE_URL).toBe("http://paper.example.com:8080");
  });

  test("takes as many edges as it names", () => {
    const given = { EDGE_TOKEN: "a-token-of-the-edge", TRUST_PROXY: "1" };
    const named = readEnv({ ...given, EDGE_PURGE: " http://127.0.0.1:6081/  http://edge:6081/ " });
    expect(named.EDGE_PURGE).toEqual(["http://127.0.0.1:6081/", "http://edge:6081/"]);
  });

  test.each([
    [{ SITE_URL: "https://example.com/?a=1" }, "SITE_URL: expected an address without a path"],
    [{ SITE_URL: "https://someone:secret@example.com" }, "SITE_URL: expected an address without a path"],
    [
      { OWNER_EMAIL: "a@example.com", OWNER_PASSWORD: "x".repeat(201) },
      "OWNER_PASSWORD: expected a password of at most 200 characters",
    ],
    [{ SITE_URL: "paper" }, "SITE_URL: expected an address such as https://www.example.com"],
    [{ SITE_URL: "https://example.com/paper" }, "SITE_URL: expected an address without a path"],
    [{ SITE_URL: "javascript:alert(1)" }, "SITE_URL: expected an address such as https://www.example.com"],
    [{ PORT: "0" }, "PORT: expected a port from 1 to 65535"],
    [{ WEB_WORKERS: "0" }, "WEB_WORKERS: expected how many processes render pages, from 1 to 64"],
    [{ PRESS_MEMORY: "1" }, "PRESS_MEMORY: expected megabytes, 16 or more"],
    [
      { SMTP_URL: "http://mail.example.com", MAIL_FROM: "desk@paper.example" },
      "SMTP_URL: expected a mail server, such as smtps://user:password@mail.example.com",
    ],
    [{ SMTP_URL: "smtp://mail.example.com" }, "MAIL_FROM: expected both SMTP_URL and MAIL_FROM, or neither"],
    [{ MAIL_FROM: "desk@paper.example" }, "MAIL_FROM: expected both SMTP_URL and MAIL_FROM, or neither"],
    [
      { EDGE_PURGE: "varnish:6081", EDGE_TOKEN: "a-token-of-the-edge", TRUST_PROXY: "1" },
      "EDGE_PURGE.0: expected addresses such as http://127.0.0.1:6081/, with spaces between",
    ],
    [
      { EDGE_PURGE: "http://127.0.0.1:6081/", TRUST_PROXY: "1" },
      "EDGE_TOKEN: expected a secret together with EDGE_PURGE or EDGE_WEBHOOK, and not without",
    ],
    [{ EDGE_TOKEN: "too short" }, "EDGE_TOKEN: expected a secret of 16 to 200 letters, digits and signs"],
    [{ EDGE_TOKEN: "for nobody at all, this" }, "EDGE_TOKEN: expected a secret of 16 to 200 letters, digits and signs"],
    [
      { EDGE_WEBHOOK: "https://cdn.example/purge", EDGE_TOKEN: "a-token-of-the-edge" },
      "TRUST_PROXY: expected 1 or more where there is EDGE_PURGE or EDGE_WEBHOOK",
    ],
    [{ OWNER_EMAIL: "nobody" }, "OWNER_EMAIL: expected an e-mail address"],
    [
      { OWNER_PASSWORD: "long enough for it" },
      "OWNER_PASSWORD: expected both OWNER_EMAIL and OWNER_PASSWORD, or neither",
    ],
  ])("names what is wrong with %o", (given, message) => {
    expect(() => readEnv(given)).toThrow(message);
  });
});
