package io.freshmaker.command.adapter.koji;

/** What XML-RPC says where there is nothing: {@code <nil/>}. */
enum Nil {
    NIL
}
