"""A page worker that answers properly, except on pages whose number says what to do instead."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from engine.errors import WorkerStopped
from engine.worker import messages
from engine.worker.channel import Closed
from engine.worker.memory import Shared
from engine.worker.messages import Ask
from engine.worker.page_host import PageHost
from engine.worker.spawn import connected


class MisbehavingHost(PageHost):
    def answer(self, ask: Ask, descriptor: int) -> bytes:
        reply = super().answer(ask, descriptor)
        if ask.kind in (messages.OPEN, messages.MEASURE):
            return reply
        self.asked = ask
        return WAYS[ask.page](self, reply) if ask.page in WAYS else reply

    def hang(self, reply: bytes) -> bytes:
        while True:
            signal.pause()

    def leave(self, reply: bytes) -> bytes:
        os._exit(0)

    def abort(self, reply: bytes) -> bytes:
        os.abort()

    def answer_another_kind(self, reply: bytes) -> bytes:
        return b"\xee" + reply[1:]

    def say_nothing(self, reply: bytes) -> bytes:
        return b""

    def say_more(self, reply: bytes) -> bytes:
        return reply + b"x"

    def send_a_descriptor(self, reply: bytes) -> bytes:
        self._channel.send(reply, Shared.document(b"x").descriptor)
        return self.hang(reply)

    def answer_for_page_one(self, reply: bytes) -> bytes:
        return super().answer(self.asked._replace(page=1), -1)

    def give_up(self, reply: bytes) -> bytes:
        return messages.pack_failed(WorkerStopped(reason="memory"))

    def say_it_twice(self, reply: bytes) -> bytes:
        self._channel.send(reply)
        return reply

    def promise_too_much(self, reply: bytes) -> bytes:
        self._channel._end.sendall(b"\xff\xff\xff\x7f" + reply)
        return self.hang(reply)

    def stop_in_the_middle(self, reply: bytes) -> bytes:
        os.kill(os.getpid(), signal.SIGSTOP)
        return reply


WAYS: dict[int, Callable[[MisbehavingHost, bytes], bytes]] = {
    2: MisbehavingHost.hang,
    3: MisbehavingHost.leave,
    4: MisbehavingHost.abort,
    5: MisbehavingHost.answer_another_kind,
    6: MisbehavingHost.say_nothing,
    7: MisbehavingHost.say_more,
    8: MisbehavingHost.send_a_descriptor,
    9: MisbehavingHost.answer_for_page_one,
    10: MisbehavingHost.give_up,
    11: MisbehavingHost.say_it_twice,
    12: MisbehavingHost.promise_too_much,
    13: MisbehavingHost.stop_in_the_middle,
}


def main() -> None:
    try:
        MisbehavingHost(connected()).serve()
    except Closed:
        os._exit(0)
