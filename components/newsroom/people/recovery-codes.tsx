"use client";

import { useEffect, useRef } from "react";
import { CopyLink } from "@/components/newsroom/copy-link";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** The codes for the day on which the telephone is lost, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const box = useRef<HTMLDivElement>(null);
  // What made them may be gone from the page.
  useEffect(() => box.current?.focus(), []);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join("\n")}\n`)}`;
  return (
    <Notice tone="warn" role="status" tabIndex={-1} ref={box} className="grid gap-3 text-ink">
      <h3 className="text-base font-semibold">Keep these recovery codes</h3>
      <p>
        Each signs you in once when your app or passkey is not at hand. They are shown only now: print them, or keep
        them in your password manager.
      </p>
      <ul aria-label="Recovery codes" className="grid gap-x-6 gap-y-1 font-mono text-base sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyLink label="All of them" link={codes.join(" ")} />
      <a href={file} download="recovery-codes.txt" className={buttonClass("secondary", "w-fit")}>
        Save as a file
      </a>
    </Notice>
  );
}
