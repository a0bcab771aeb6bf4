"use client";

import { useSyncExternalStore } from "react";

/** What somebody has turned off on this device. Everything begins turned on. */
type Switch = "smart-typing" | "shortcut-key";

const CHANGED = "masthead:switch";

/** Whether something is turned on here. */
export function isOn(name: Switch): boolean {
  return localStorage.getItem(`masthead.${name}`) !== "off";
}

/** Turns something on or off on this device. */
export function turn(name: Switch, on: boolean): void {
  localStorage.setItem(`masthead.${name}`, on ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

/** Whether something is turned on here, drawn anew when that changes. */
export function useSwitch(name: Switch): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isOn(name),
    () => true,
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}
