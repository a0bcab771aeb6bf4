import { z } from "zod";
import type { Source } from "@/domain/media/asset";
import { contrastIn, ratioText, readable } from "@/lib/colour";

/** Pairs of typefaces for text and labels, by the one for text. Readers fetch the chosen one only; "system" is what they have. */
export const TYPEFACES = ["newsreader", "source-serif", "system"] as const;
export type Typeface = (typeof TYPEFACES)[number];

export const HEX_COLOUR = /^#[0-9a-f]{6}$/;

/** A colour as "#rrggbb"; empty for the one above it: a section's for the publication's, the publication's for the house's. */
const Colour = z
  .string()
  .trim()
  .toLowerCase()
  .refine((colour) => colour === "" || HEX_COLOUR.test(colour), {
    error: "Enter a colour as # and six digits, such as #0b4f86.",
    abort: true,
  });

/**
 * A colour that somebody chooses. Readers see it on light paper as it is, so it has to stand out from that; for dark paper
 * a lighter one is made of it.
 */
export const Accent = Colour.superRefine((colour, context) => {
  if (!colour || !HEX_COLOUR.test(colour)) return;
  const enough = readable(colour).light;
  if (enough === colour) return;
  const has = ratioText(contrastIn("light", colour));
  const message = `This colour has too little contrast to be read on light paper: ${has} of the 4.5 : 1 it needs. ${enough} is the nearest that has.`;
  context.addIssue({ code: "custom", message });
});

const ChosenAsset = z
  .string()
  .max(40)
  .nullable()
  .default(null)
  .transform((id) => id || null);

/** What of the appearance is kept in its own column, apart from the pictures that other rows refer to. */
export const KeptAppearance = z.object({
  accent: Colour.catch(""),
  typeface: z.enum(TYPEFACES, "Choose a typeface.").catch("newsreader"),
  /** The logo for dark paper. */
  darkLogoAssetId: ChosenAsset,
});
export type KeptAppearance = z.infer<typeof KeptAppearance>;

/** What an owner chooses of how the paper looks. */
export const EditAppearance = z.object({
  accent: Accent.default(""),
  typeface: z.enum(TYPEFACES, "Choose a typeface."),
  logoAssetId: ChosenAsset,
  darkLogoAssetId: ChosenAsset,
  iconAssetId: ChosenAsset,
});
export type EditAppearance = z.infer<typeof EditAppearance>;

/** The picture that stands for the name. Each list is smallest first, in PNG, transparent where the picture is. */
export type Logo = {
  light: Source[];
  /** Empty where there is none for dark paper: the other then stands on a light ground. */
  dark: Source[];
};

/** What readers' pages need to know of how the paper looks. */
export type Appearance = {
  /** As "#rrggbb"; empty for the house's own. */
  accent: string;
  typeface: Typeface;
  /** Its alternative text is the publication's name. */
  logo: Logo | null;
  /** Squares in PNG by ICON_SIZES, smallest first; empty for the house's own icon. */
  icons: Source[];
};

/** How high a logo's files are, in pixels: the nameplate shows half of each on a dense screen. */
export const LOGO_HEIGHTS = [96, 192] as const;
/** How wide a logo's file may be, in pixels. */
export const LOGO_WIDEST = 1280;

/** The icon's sizes in pixels: browsers' tabs, Apple's home screens, and what a web app manifest asks for. */
export const ICON_SIZES = [32, 180, 192, 512] as const;
