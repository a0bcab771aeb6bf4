"use client";

import { DeadEnd } from "@/components/newsroom/dead-end";
import { Button, buttonClass } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { useReference } from "./use-reference";

export default function Fault({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const reference = useReference() ?? error.digest;
  return (
    <DeadEnd
      title="Something broke"
      intro={
        <>
          This is a fault of the newsroom, not of yours, and it has been written to the server’s log
          {reference && (
            <>
              {" "}
              under the reference <span className="font-semibold text-ink">{reference}</span>
            </>
          )}
          . What was saved before is safe.
        </>
      }
    >
      <Button look="primary" onClick={() => retry()}>
        Try again
      </Button>
      <a href={routes.newsroom.articles()} className={buttonClass()}>
        Go to the articles
      </a>
    </DeadEnd>
  );
}
