// The addresses of a session, each with who it is for, and its code to scan.
import { useState } from "preact/hooks";
import { encode } from "uqr";
import { useWords } from "../i18n/context";
import { Button } from "../parts/basic";
import type { HttpSessionCreated } from "protocol/messages";

export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function Address({ name, hint, path }: { name: string; hint: string; path: string }) {
  const words = useWords();
  const [copied, setCopied] = useState(false);
  const address = `${location.origin}${path}`;
  return (
    <div class="address">
      <dt>{name}</dt>
      <dd>
        <a href={path}>{address}</a>
        <small class="quiet">{hint}</small>
        <Button
          link
          about={name}
          onPress={async () => {
            await navigator.clipboard?.writeText(address);
            setCopied(true);
          }}
        >
          {copied ? words.t("page.addresses.copied") : words.t("page.addresses.copy_short")}
        </Button>
      </dd>
    </div>
  );
}

export function Addresses({ session }: { session: HttpSessionCreated }) {
  const words = useWords();
  const { code, facilitator_token, helper_token } = session;
  return (
    <div class="addresses">
      <div class="code-and-qr">
        <p class="big-code" aria-label={words.t("page.addresses.code", { code })}>
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <QrCode text={`${location.origin}/join/${code}`} label={words.t("page.addresses.qr")} />
      </div>
      <dl>
        <Address
          name={words.t("page.addresses.console")}
          hint={words.t("page.addresses.console_hint")}
          path={`/console/${code}#${facilitator_token}.${helper_token}`}
        />
        <Address
          name={words.t("page.addresses.join")}
          hint={words.t("page.addresses.join_hint")}
          path={`/join/${code}`}
        />
        <Address
          name={words.t("page.addresses.screen")}
          hint={words.t("page.addresses.screen_hint")}
          path={`/screen/${code}`}
        />
        <Address
          name={words.t("page.addresses.helper")}
          hint={words.t("page.addresses.helper_hint")}
          path={`/console/${code}#${helper_token}`}
        />
      </dl>
    </div>
  );
}
