// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/employers.h"

#include <algorithm>

namespace ot::sandbox {

namespace {

struct EmployerText {
    const char* name;
    const char* contact;
    const char* userId;
};

constexpr EmployerText kEmployers[] = {
    { "Northwind AI", "Lena R.", "u_lena" },
    { "Helix Health", "Samuel O.", "u_samuel" },
    { "Roadwise", "Priya K.", "u_priya" },
    { "Quarry Labs", "Jonas W.", "u_jonas" },
    { "Vox Data", "Amira B.", "u_amira" },
    { "Brightline", "Fiona M.", "u_fiona" },
    { "Shelfie", "Noor H.", "u_noor" },
    { "Geonaut", "Marek S.", "u_marek" },
    { "Ledgerly", "Chloe D.", "u_chloe" },
    { "Lumenar Robotics", "Henrik V.", "u_henrik" },
    { "Tidewater Maps", "Grace A.", "u_grace" },
    { "Saffron Search", "Ishaan P.", "u_ishaan" },
    { "Polyphon Audio", "Beatriz C.", "u_beatriz" },
    { "Kitsune AI", "Haruka T.", "u_haruka" },
    { "Fjordtale Language", "Ingrid N.", "u_ingrid" },
    { "Ceibo Dados", "Rafael L.", "u_rafael" },
    { "Baobab Speech", "Temitope A.", "u_temitope" },
    { "Monsoon Labs", "Kavya R.", "u_kavya" },
    { "Orchard Vision", "Daniel F.", "u_daniel" },
    { "Meridian Plots", "Zofia K.", "u_zofia" },
    { "Papyrus Digital", "Yasmin E.", "u_yasmin" },
    { "Cobalt Reasoning", "Victor I.", "u_victor" },
    { "Atlas Freightways", "Sanne J.", "u_sanne" },
    { "Verdantia Agri", "Mateo Q.", "u_mateo" },
    { "Castor Clinical", "Elena G.", "u_elena" },
    { "Halcyon Learning", "Omar Y.", "u_omar" },
    { "Juniper & Clay", "Isla T.", "u_isla" },
    { "Kestrel Survey", "Ruth W.", "u_ruth" },
    { "Latticeworks", "Anton P.", "u_anton" },
    { "Mosaico Media", "Lucia F.", "u_lucia" },
    { "Nimbus Voice", "Arjun S.", "u_arjun" },
    { "Quillstone", "Harriet B.", "u_harriet" },
    { "Sablegate Security", "Tomas Z.", "u_tomas" },
    { "Tern & Harbour", "Kirsten O.", "u_kirsten" },
    { "Umbra Imaging", "Paolo R.", "u_paolo" },
    { "Wrenfield Education", "Mei L.", "u_mei" },
    { "Xylemwatch Climate", "Nadia C.", "u_nadia" },
    { "Yarrow Foods", "Peter H.", "u_peter" },
    { "Zephyr Transit", "Claire V.", "u_claire" },
    { "Alderbank Finance", "George N.", "u_george" },
    { "Bluebell Mutual", "Oona K.", "u_oona" },
    { "Copperfield Data", "Wale D.", "u_wale" },
    { "Dovecote Research", "Miriam S.", "u_miriam" },
    { "Nahla Tech", "Layla H.", "u_layla" },
    { "Linden Sprachtechnik", "Katrin B.", "u_katrin" },
    { "Violetta Respiratory", "Agnes M.", "u_agnes" },
    { "Songbai Intelligence", "Wei Z.", "u_wei" },
};

} // namespace

const std::vector<Employer>& employers()
{
    static const std::vector<Employer> kAll = [] {
        std::vector<Employer> all;
        for (const EmployerText& text : kEmployers) {
            all.push_back({ QString::fromUtf8(text.name), QString::fromUtf8(text.contact),
                QString::fromUtf8(text.userId) });
        }
        return all;
    }();
    return kAll;
}

const Employer& employerNamed(const QString& name)
{
    const std::vector<Employer>& all = employers();
    const auto found
        = std::find_if(all.begin(), all.end(), [&name](const Employer& one) { return one.name == name; });
    if (found == all.end())
        qFatal("seed: no employer is called %s", qUtf8Printable(name));
    return *found;
}

} // namespace ot::sandbox
