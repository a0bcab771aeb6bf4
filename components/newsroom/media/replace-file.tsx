"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { type AssetKind, UPLOADS } from "@/domain/media/asset";
import { routes } from "@/lib/routes";
import { request, type Sending, sending } from "./sending";

type State = { at: "rest" } | { at: "sending"; part: number } | { at: "failed"; reason: string } | { at: "done" };

/** Chooses another file for an asset, sends it, and says how far that is. */
export function ReplaceFile({ id, kind }: { id: string; kind: AssetKind }) {
  const field = useId();
  const router = useRouter();
  const [state, setState] = useState<State>({ at: "rest" });
  const way = useRef<Sending>(null);
  useEffect(() => () => way.current?.stop(), []);

  const replace = (file: File) => {
    setState({ at: "sending", part: 0 });
    const failed = (reason: string) => setState({ at: "failed", reason });
    way.current = sending(file, {
      progress: (part) => setState({ at: "sending", part }),
      lost: () => undefined,
      failed,
      sent: (upload) =>
        request(routes.newsroom.replace(id), { id, upload }).then(
          () => {
            setState({ at: "done" });
            router.refresh();
          },
          ({ message }: Error) => failed(message),
        ),
    });
    way.current.start();
  };

  if (state.at === "sending") {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Progress label="Replacing the file" part={state.part} />
        <span className="text-sm text-muted">
          {state.part < 1 ? `${Math.floor(state.part * 100)} %` : "Making its copies …"}
        </span>
        {state.part < 1 && (
          <Button
            look="quiet"
            onClick={() => {
              way.current?.giveUp();
              setState({ at: "rest" });
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    );
  }
  return (
    <>
      <div>
        <input
          id={field}
          type="file"
          accept={UPLOADS[kind].accept}
          aria-describedby={`${field}-said`}
          className="peer sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) replace(file);
            event.target.value = "";
          }}
        />
        <label
          htmlFor={field}
          className={buttonClass(
            "secondary",
            "peer-focus-visible:outline-3 peer-focus-visible:outline-link peer-focus-visible:outline-offset-2",
          )}
        >
          Replace the file
        </label>
      </div>
      <p id={`${field}-said`} role={state.at === "failed" ? "alert" : "status"} className="w-full text-sm">
        {state.at === "failed" && <span className="font-semibold text-bad">{state.reason}</span>}
        {state.at === "done" && <span className="text-good">Replaced, wherever it is used.</span>}
        {state.at === "rest" && (
          <span className="text-muted">
            Another file of the same kind: what is said of it and all that uses it stay.
          </span>
        )}
      </p>
    </>
  );
}
