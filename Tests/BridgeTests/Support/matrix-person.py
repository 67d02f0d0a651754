"""Somebody on Matrix, with the client library matrix-nio: a command a line on standard input, what
was done and what is heard on standard output, all as JSON. No command needs to wait for another."""

import asyncio
import json
import sys

from nio import AsyncClient, AsyncClientConfig, Event, RoomPreset


def tell(**what):
    print(json.dumps(what), flush=True)


async def main(server, name):
    client = AsyncClient(server, config=AsyncClientConfig(encryption_enabled=False))
    account = await client.register(name, "a password of " + name)
    tell(user=account.user_id, token=account.access_token)

    def hear(room, event):
        source = event.source
        if source["type"] in ("m.room.message", "m.room.member"):
            tell(room=room.room_id, sender=event.sender, id=event.event_id,
                 type=source["type"], content=source["content"])

    client.add_event_callback(hear, Event)
    syncing = None
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        command = json.loads(line)
        match command["do"]:
            case "listen":
                syncing = asyncio.ensure_future(client.sync_forever(timeout=30000))
            case "create":
                state = []
                if command.get("encrypted"):
                    state = [{"type": "m.room.encryption", "state_key": "",
                              "content": {"algorithm": "m.megolm.v1.aes-sha2"}}]
                room = await client.room_create(
                    invite=command["invite"], initial_state=state,
                    preset=RoomPreset.private_chat)
                tell(created=room.room_id)
            case "join":
                tell(joined=(await client.join(command["room"])).room_id)
            case "send":
                # The library would encrypt; a room that is encrypted gets what it sends.
                sent = await client.room_send(
                    command["room"], command.get("type", "m.room.message"), command["content"],
                    ignore_unverified_devices=True)
                tell(sent=sent.event_id)
    if syncing:
        syncing.cancel()
    await client.close()


asyncio.run(main(*sys.argv[1:]))
