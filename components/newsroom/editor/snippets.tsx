"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Snippet } from "@/domain/snippets/snippet";

const Context = createContext<readonly Snippet[]>([]);

/** Knows the texts that the newsroom uses again and again. */
export function SnippetsProvider({ snippets, children }: { snippets: readonly Snippet[]; children: ReactNode }) {
  return <Context value={snippets}>{children}</Context>;
}

export function useSnippets(): readonly Snippet[] {
  return useContext(Context);
}
