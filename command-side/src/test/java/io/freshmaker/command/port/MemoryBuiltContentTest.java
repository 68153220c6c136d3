package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;

class MemoryBuiltContentTest extends BuiltContentContract {

    @Override
    protected BuiltContent knowing(Nvr image, Map<String, List<Rpm>> rpms) {
        MemoryBuiltContent content = new MemoryBuiltContent();
        rpms.forEach((arch, all) -> content.with(image, arch, all));
        return content;
    }
}
