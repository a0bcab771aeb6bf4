import type { Source } from "@/domain/media/asset";
import type { Logo as Files } from "@/domain/settings/appearance";

/** The picture that stands for the paper's name, in the theme that the reader sees. */
export function Logo({ logo, name, className }: { logo: Files; name: string; className: string }) {
  return (
    <span className="logo">
      <Drawn
        files={logo.light}
        name={name}
        className={`${className} ${logo.dark.length > 0 ? "logo-light" : "logo-only"}`}
      />
      {logo.dark.length > 0 && <Drawn files={logo.dark} name={name} className={`${className} logo-dark`} />}
    </span>
  );
}

function Drawn({ files, name, className }: { files: Source[]; name: string; className: string }) {
  const [small, large] = files;
  if (!small) return null;
  return (
    <picture>
      <img
        src={small.src}
        srcSet={large && `${small.src} 1x, ${large.src} 2x`}
        alt={name}
        width={small.width}
        height={small.height}
        className={className}
      />
    </picture>
  );
}
