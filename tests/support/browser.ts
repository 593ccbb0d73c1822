import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const VERSION_TIMEOUT_MS = 20_000;
const DOWNLOAD_TIMEOUT_MS = 300_000;
const PROBE_TIMEOUT_MS = 4000;
const PLAYWRIGHT_HOSTS = ['https://cdn.playwright.dev', 'https://playwright.download.prss.microsoft.com'];

const APT_GET = '/usr/bin/apt-get';

const SYSTEM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

export interface Browser {
  executablePath: string;
  /** Variables the browser needs around it. */
  env: Record<string, string>;
  /** Where it came from, for people. */
  origin: string;
}

/** Finds a Chromium that runs on this machine, and installs one where there is none. */
export async function ensureBrowser(say: (line: string) => void): Promise<Browser> {
  const sources = [fromEnvironment, fromSystem, fromPlaywright, fromPackage, fromDebian];
  for (const source of sources) {
    const browser = await source(say);
    if (browser !== undefined && runs(browser)) return browser;
  }
  throw new Error(
    'There is no Chromium on this machine, and none could be installed: set CHROMIUM_PATH to one.',
  );
}

function fromEnvironment(): Browser | undefined {
  return toBrowser(process.env.CHROMIUM_PATH, 'CHROMIUM_PATH');
}

function fromSystem(): Browser | undefined {
  return toBrowser(SYSTEM_PATHS.find(existsSync), "the system's");
}

async function fromPlaywright(say: (line: string) => void): Promise<Browser | undefined> {
  const { chromium } = await import('@playwright/test');
  const find = () => toBrowser(chromium.executablePath(), "Playwright's");
  const found = find();
  if (found !== undefined || !(await canDownload())) return found;
  say('downloading Playwright’s Chromium');
  const program = path.join(import.meta.dirname, '../../node_modules/@playwright/test/cli.js');
  spawnSync(process.execPath, [program, 'install', 'chromium', '--no-shell'], {
    timeout: DOWNLOAD_TIMEOUT_MS,
    stdio: 'ignore',
  });
  return find();
}

async function canDownload(): Promise<boolean> {
  const probes = PLAYWRIGHT_HOSTS.map((host) =>
    fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }).then(
      () => true,
      () => false,
    ),
  );
  return (await Promise.all(probes)).includes(true);
}

/** The Chromium inside @sparticuz/chromium: one npm package, no system libraries. */
async function fromPackage(say: (line: string) => void): Promise<Browser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  say('unpacking the Chromium of @sparticuz/chromium');
  const folder = path.join(import.meta.dirname, '../../node_modules/.cache/turing-chromium');
  const fontsConf = path.join(folder, 'fonts.conf');
  mkdirSync(folder, { recursive: true });
  // Its own configuration names a fixed folder; with no font at all the browser crashes on some pages.
  const folders = [`${folder}/fonts/fonts`, '/usr/share/fonts'].map((name) => `<dir>${name}</dir>`).join('');
  const config = `<fontconfig>${folders}<cachedir>${folder}/fontconfig</cachedir></fontconfig>`;
  writeFileSync(fontsConf, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${config}\n`);
  // It unpacks into TMPDIR, and its libraries only where it takes itself to be on Lambda.
  const settings = { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', FONTCONFIG_FILE: fontsConf };
  const before = { ...process.env };
  Object.assign(process.env, settings);
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const env = { FONTCONFIG_FILE: fontsConf, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' };
    return { executablePath, env, origin: '@sparticuz/chromium' };
  } finally {
    process.env = before;
  }
}

function fromDebian(say: (line: string) => void): Browser | undefined {
  if (process.getuid?.() !== 0 || !existsSync(APT_GET)) return undefined;
  say('installing Debian’s chromium');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync(APT_GET, ['update', '-qq'], options);
  spawnSync(APT_GET, ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return fromSystem();
}

function toBrowser(executablePath: string | undefined, origin: string): Browser | undefined {
  if (executablePath === undefined || executablePath === '' || !existsSync(executablePath)) return undefined;
  return { executablePath, env: {}, origin };
}

// A browser without its system libraries is there and does not start.
function runs({ executablePath, env }: Browser): boolean {
  const { status } = spawnSync(executablePath, ['--headless', '--no-sandbox', '--version'], {
    env: { ...process.env, ...env },
    timeout: VERSION_TIMEOUT_MS,
    stdio: 'ignore',
  });
  return status === 0;
}
