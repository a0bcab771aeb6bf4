"use client";

import { createContext, type ReactNode } from "react";

/** How a form asks whether it is them: it shows this, and goes on once that is done. */
export type AskAgain = (asked: { onDone: () => void; onClose: () => void }) => ReactNode;

/** What forms ask by, where people are signed in. */
export const Confirming = createContext<AskAgain | null>(null);
