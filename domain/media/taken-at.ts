import { z } from "zod";

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/;

/** When a picture was taken: a day, or what the camera's clock showed. Empty where nobody knows. */
export const TakenAt = z
  .string()
  .trim()
  .max(20)
  .refine((said) => said === "" || isReal(said), "Enter a day, such as 2026-11-25, and the time if you know it.");

function isReal(said: string): boolean {
  const [, day, time = "00:00"] = WRITTEN.exec(said) ?? [];
  const at = new Date(`${day}T${time}:00Z`);
  // A day that no month has leads on to another.
  return !Number.isNaN(at.getTime()) && at.getUTCFullYear() >= 1800 && at.toISOString().startsWith(`${day}T${time}`);
}
