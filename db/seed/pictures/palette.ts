/** The house colours. Every picture is made of these and of mixtures of two of them. */
export const hue = {
  ink: "#14233a",
  deep: "#1d4058",
  sea: "#2c7288",
  foam: "#a8d3cd",
  mist: "#d9e3dc",
  paper: "#f4ead7",
  sand: "#e6ca97",
  sun: "#f3ad3d",
  coral: "#e5633f",
  brick: "#a63b33",
  moss: "#5a7c52",
  fern: "#2f5446",
  plum: "#4c2f55",
  rose: "#efbba3",
  bark: "#6d4631",
} as const;

/** The colour that lies a part `t` of the way from one colour to another. */
export function mix(from: string, to: string, t: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * t));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
