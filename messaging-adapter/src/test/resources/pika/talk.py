"""Talks to a broker as fedora-messaging does, with pika alone.

talk.py URL publish            reads {"topic", "id", "headers", "body"} from standard input
talk.py URL consume QUEUE N    prints N messages, each as a line of JSON
"""
import datetime
import json
import sys

import pika


def publish(channel):
    message = json.load(sys.stdin)
    properties = pika.BasicProperties(
        content_type="application/json",
        content_encoding="utf-8",
        delivery_mode=2,
        message_id=message["id"],
        headers=message["headers"],
    )
    body = json.dumps(message["body"]).encode("utf-8")
    channel.confirm_delivery()
    channel.basic_publish("amq.topic", message["topic"], body, properties, mandatory=True)
    print("confirmed")


def consume(channel, queue, count):
    left = count
    for method, properties, body in channel.consume(queue, inactivity_timeout=30):
        if method is None:
            sys.exit("only %d of %d messages came" % (count - left, count))
        datetime.datetime.fromisoformat(properties.headers["sent-at"])
        print(json.dumps({
            "exchange": method.exchange,
            "routing_key": method.routing_key,
            "properties": {name: value for name, value in vars(properties).items() if value is not None},
            "types": {name: type(value).__name__ for name, value in properties.headers.items()},
            "body": json.loads(body.decode(properties.content_encoding)),
        }))
        channel.basic_ack(method.delivery_tag)
        left -= 1
        if left == 0:
            break
    channel.cancel()


connection = pika.BlockingConnection(pika.URLParameters(sys.argv[1]))
if sys.argv[2] == "publish":
    publish(connection.channel())
else:
    consume(connection.channel(), sys.argv[3], int(sys.argv[4]))
connection.close()
