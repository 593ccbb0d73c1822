import { connect, createServer, type AddressInfo } from 'node:net';
import { StepFailure } from './failure.mjs';
import { PORTS, portsInUse, type PortName, type Settings } from './settings.ts';

const PROBE_TIMEOUT_MS = 500;

/** @throws StepFailure that names every busy port and the variable that changes it */
export async function checkPorts(settings: Settings): Promise<void> {
  const names = portsInUse(settings);
  refuseTwins(names, settings.ports);
  const busy: PortName[] = [];
  for (const name of names) if (!(await isPortFree(settings.ports[name]))) busy.push(name);
  const [first] = busy;
  if (first === undefined) return;
  const list = busy.map((name) => `${settings.ports[name]} (${name})`).join(', ');
  const example = busy.map((name) => `${PORTS[name].variable}=${settings.ports[name] + 100}`).join(' ');
  throw new StepFailure(
    `${busy.length === 1 ? 'Port' : 'Ports'} ${list} cannot be used: another program listens there.`,
    {
      remedy: `Stop that program, or choose another port: ${example} npm start`,
    },
  );
}

function refuseTwins(names: PortName[], ports: Record<PortName, number>): void {
  for (const [index, name] of names.entries()) {
    const twin = names.slice(0, index).find((other) => ports[other] === ports[name]);
    if (twin === undefined) continue;
    throw new StepFailure(`${PORTS[twin].variable} and ${PORTS[name].variable} are both ${ports[name]}.`, {
      remedy: `Give ${PORTS[name].variable} another port.`,
    });
  }
}

/** Whether we can listen here, and a browser that asks for `localhost` would reach us and nobody else. */
export async function isPortFree(port: number): Promise<boolean> {
  if (!(await canListen(port))) return false;
  return !(await answers(port, '127.0.0.1')) && !(await answers(port, '::1'));
}

/** Ports that nobody listens on, all different. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listenAnywhere()));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listenAnywhere(): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

// Some systems let two programs listen on one port when one of them names an address; then only asking tells.
function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: PROBE_TIMEOUT_MS });
    const settle = (isAnswered: boolean) => {
      socket.destroy();
      resolve(isAnswered);
    };
    socket.once('connect', () => settle(true));
    socket.once('timeout', () => settle(false));
    socket.once('error', () => settle(false));
  });
}
