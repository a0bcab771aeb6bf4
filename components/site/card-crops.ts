import type { NamedCrop } from "@/domain/media/crop";

/** In which crop each size of card shows its picture; the picture of a voice is its writer's face. */
export const CARD_CROPS = {
  lead: "16x9",
  feature: "16x9",
  column: "4x3",
  row: "4x3",
  voice: "1x1",
} as const satisfies Record<string, NamedCrop>;
