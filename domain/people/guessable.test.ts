import { expect, test } from "vitest";
import { refuseGuessable } from "./guessable";

const words = ["Ada Lindqvist", "ada.lindqvist@courier.example", "The Tramway Courier"];

test.each([
  "123456789012",
  "qwertyuiopasdf",
  "passwordpassword",
  "aaaaaaaaaaaaaaaa",
  "1q2w3e4r5t6y",
  "administrator",
  "iloveyou1234",
  "adalindqvist1",
  "lindqvist2026",
  "tramwaycourier",
  "Masthead2026!",
  "newsroompassword",
  "a".repeat(200),
])("%s is refused as a password", (password) => {
  expect(() => refuseGuessable(password, words)).toThrow(
    expect.objectContaining({ code: "invalid", fields: { password: expect.stringContaining("easily guessed") } }),
  );
});

test.each([
  "correct horse battery",
  "a-long-test-password",
  "nine green tractors sing",
  "kT9#vQ2!mZ7p",
  "пароль из многих слов",
  "x9x9x9x9x9qLw!7",
])("%s is taken, whatever it is made of", (password) => expect(() => refuseGuessable(password, words)).not.toThrow());
